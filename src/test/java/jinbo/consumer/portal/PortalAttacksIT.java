package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.SESSION;
import static jinbo.consumer.portal.PortalVisitor.call;
import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.EntryPhase;
import jinbo.platform.files.Sha256;
import jinbo.testing.AttackTable;
import jinbo.testing.CapturedLog;
import jinbo.testing.Steps;
import jinbo.testing.TestGateway;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks on the portal over plain HTTP; each test has its own numbers and hour. */
class PortalAttacksIT {

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int numbers;

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(folder);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void anHourLater() {
        portal.clock().pass(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/code",
                "/code/check",
                "/choose",
                "/choose/preview",
                "/choose/confirm",
                "/cancel",
                "/complain",
                "/complain/edit",
                "/complain/preview",
                "/leave"
            })
    void crossSiteRequestForgeryIsRefusedAndChangesNothing(String path) {
        String number = number();
        PortalVisitor victim = visitor().prove(number);
        Map<String, String> fields = new HashMap<>(choice());
        fields.put("number", number());
        fields.put("code", "123456");
        if (path.startsWith("/complain")) {
            fields.putAll(call("2026-11-24"));
        }
        String state = state();

        HttpResponse<String> without = victim.forge(path, fields);
        fields.put("_csrf", visitor().token());
        HttpResponse<String> foreign = victim.forge(path, fields);

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("<h1>").doesNotContain("Exception");
        assertThat(state()).isEqualTo(state);
        assertThat(victim.get("/mine").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"z NaN", "zz _____w", "zzz ________"})
    void refusesMaskedTokenThatIsNoTextLikeAWrongOne(String cookieAndField) {
        String[] made = cookieAndField.split(" ");
        PortalVisitor attacker = visitor().plant("jinbo-form", made[0]);

        HttpResponse<String> answer = attacker.forge("/code", Map.of("number", number(), "_csrf", made[1]));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/choose/confirm", "/cancel", "/complain", "/complain/preview", "/leave", "/code", "/code/check"
            })
    void nothingIsDoneByALinkOrAnImage(String path) {
        PortalVisitor victim = visitor().prove(number());
        String state = state();

        victim.get(path + "?line=LIFE&term=1Y&consent=2026-11&form=" + UUID.randomUUID());

        assertThat(state()).isEqualTo(state);
        assertThat(victim.get("/mine").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesPreventClickjackingSniffingAndInjectedScript() {
        PortalVisitor holder = visitor().prove(number());
        List<HttpResponse<String>> pages = new ArrayList<>();
        Stream.concat(TestPortal.OPEN_PAGES.stream(), TestPortal.PAGES_OF_HOLDER.stream())
                .forEach(path -> pages.add(holder.get(path)));
        pages.add(holder.get("/no-such-page"));
        pages.add(holder.get("/choose/preview"));
        pages.add(holder.get("/confirmation/none"));
        pages.add(holder.post("/choose/preview", choice()));
        pages.add(holder.get(next(holder.post("/choose/confirm", choice()))));
        pages.add(holder.forge("/cancel", Map.of()));
        pages.add(visitor().ask("nonsense"));

        for (HttpResponse<String> page : pages) {
            String name = page.uri().getPath();
            assertThat(header(page, "Content-Security-Policy"))
                    .as(name)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(page, "X-Content-Type-Options")).as(name).isEqualTo("nosniff");
            assertThat(header(page, "X-Frame-Options")).as(name).isEqualTo("DENY");
            assertThat(header(page, "Referrer-Policy")).as(name).isEqualTo("no-referrer");
            assertThat(header(page, "Cache-Control")).as(name).contains("no-store");
            assertThat(page.body().replace("<script src=\"/portal.js\" defer></script>", ""))
                    .as(name)
                    .contains("<h1>")
                    .doesNotContain("<script", "<style", "style=", "javascript:", "http:")
                    .doesNotContainPattern(" on[a-z]+=");
        }
    }

    @Test
    void readersGetNoSession() {
        PortalVisitor reader = visitor();

        reader.get("/");
        reader.get("/privacy");
        reader.get("/mine");
        reader.ask("not a number");

        assertThat(reader.cookie(SESSION)).isEmpty();
    }

    @Test
    void cookiesAreHttpOnlyAndSameSite() {
        PortalVisitor visitor = visitor();
        List<HttpResponse<String>> answers =
                List.of(visitor.get("/?lang=zh"), visitor.ask(number()), visitor.get("/?lang=en"));

        List<String> set = answers.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
        assertThat(set.toString()).contains(SESSION, "jinbo-form", PortalVisitor.LANGUAGE);
        assertThat(set)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void sessionFixationGetsTheAttackerNothing() {
        PortalVisitor victim = visitor().plant(SESSION, "0123456789ABCDEF0123456789ABCDEF");
        String number = number();
        victim.ask(number);
        String before = victim.cookie(SESSION).orElseThrow();
        victim.type(portal.gateway().codeFor(number));
        String after = victim.cookie(SESSION).orElseThrow();

        assertThat(before).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
        assertThat(after).isNotEqualTo(before);
        assertThat(next(visitor().plant(SESSION, before).get("/mine"))).isEqualTo("/?again");
        assertThat(next(visitor().plant(SESSION, before).get("/code"))).isEqualTo("/");
        assertThat(victim.get("/mine").statusCode()).isEqualTo(200);
    }

    @Test
    void leavingRemovesAllData() {
        PortalVisitor holder = visitor().prove(number());
        String session = holder.cookie(SESSION).orElseThrow();

        holder.post("/leave", Map.of());

        assertThat(next(visitor().plant(SESSION, session).get("/mine"))).isEqualTo("/?again");
    }

    @Test
    void textsRevealNothingBeforeTheCode() {
        String stranger = "13810000001";
        String registered = "13810010001";
        visitor().prove(registered).post("/choose/confirm", choice());
        portal.clock().pass(Duration.ofHours(1));

        assertThat(everyAnswerBefore(registered)).isEqualTo(everyAnswerBefore(stranger));
    }

    /** Compares the work: the same entries are written, independent of registrations. */
    @Test
    void timingRevealsNothing() {
        String stranger = number();
        String registered = number();
        visitor().prove(registered).post("/choose/confirm", choice());
        portal.clock().pass(Duration.ofHours(1));

        assertThat(everyEntryBefore(registered)).isNotEmpty().isEqualTo(everyEntryBefore(stranger));
    }

    @Test
    void stopsAndLogsBruteForceAfterFiveCodes() {
        String number = number();
        PortalVisitor attacker = visitor();
        attacker.ask(number);
        String right = portal.gateway().codeFor(number);
        long mark = lastEntry();
        for (int i = 0; i < 5; i++) {
            assertThat(attacker.type(wrong(right)).statusCode()).isEqualTo(200);
        }

        assertThat(attacker.type(right).body()).contains("not valid any more");
        assertThat(next(attacker.get("/mine"))).isEqualTo("/?again");
        assertThat(entriesAfter(mark).stream()
                        .filter(entry -> entry.phase() == EntryPhase.REFUSAL)
                        .filter(entry -> entry.access().subject().isPresent())
                        .map(entry -> entry.outcome().orElseThrow()))
                .containsExactly("WRONG_CODES");
    }

    @Test
    void concurrentBruteForceHasNoMoreAttempts() {
        String number = number();
        PortalVisitor attacker = visitor();
        attacker.ask(number);
        String right = portal.gateway().codeFor(number);
        Map<String, String> fields = Map.of("code", wrong(right), "_csrf", attacker.token());

        Stream.generate(() -> CompletableFuture.runAsync(() -> attacker.forge("/code/check", fields)))
                .limit(12)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(jdbc().sql("select max(tries) from code_challenge")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(attacker.type(right).body()).contains("not valid any more");
    }

    @Test
    void codeIsValidOnce() {
        String number = number();
        PortalVisitor holder = visitor();
        holder.ask(number);
        String session = holder.cookie(SESSION).orElseThrow();
        String code = portal.gateway().codeFor(number);
        holder.type(code);

        assertThat(next(holder.type(code))).isEqualTo("/?again");
        assertThat(next(visitor().plant(SESSION, session).type(code))).isEqualTo("/?again");
    }

    @Test
    void acceptsCodeInTwoGroups() {
        String number = number();
        PortalVisitor holder = visitor();
        holder.ask(number);
        String code = portal.gateway().codeFor(number);

        assertThat(next(holder.type(" " + code.substring(0, 3) + " " + code.substring(3))))
                .isEqualTo("/mine");
    }

    @Test
    void refusesCodeOfAnotherBrowser() {
        String number = number();
        PortalVisitor victim = visitor();
        victim.ask(number);
        PortalVisitor attacker = visitor();
        attacker.ask(number());

        assertThat(attacker.type(portal.gateway().codeFor(number)).body()).contains("That is not the code");
        assertThat(next(visitor().type(portal.gateway().codeFor(number)))).isEqualTo("/?again");
        assertThat(next(attacker.get("/mine"))).isEqualTo("/?again");
    }

    @Test
    void otherWindowDoesNotInvalidateTheCode() {
        String number = number();
        PortalVisitor holder = visitor();
        holder.ask(number);

        assertThat(next(holder.get("/mine"))).isEqualTo("/?again");

        assertThat(next(holder.type(portal.gateway().codeFor(number)))).isEqualTo("/mine");
    }

    @Test
    void codeExpiresAfterFiveMinutes() {
        String number = number();
        PortalVisitor late = visitor();
        late.ask(number);

        portal.clock().pass(Duration.ofMinutes(5));

        assertThat(late.type(portal.gateway().codeFor(number)).body()).contains("not valid any more");
        assertThat(next(late.get("/mine"))).isEqualTo("/?again");
    }

    @Test
    void databaseContainsNoCodesOrNumbers() {
        String number = number();
        visitor().ask(number);
        String code = portal.gateway().codeFor(number);

        List<String> kept = jdbc().sql("select c::text || encode(c.code, 'hex') from code_challenge c")
                .query(String.class)
                .list();

        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain(number, "127.0.0.1", sha256(code), sha256(number), sha256("127.0.0.1")));
        List<String> ids = jdbc().sql("select id::text from code_challenge")
                .query(String.class)
                .list();
        assertThat(kept.toString())
                .doesNotContain(ids.stream()
                        .map(id -> sha256("code " + id + "\n" + code))
                        .toList());
    }

    @Test
    void limitsCodesForANumberByMinute() {
        String victim = number();
        visitor().ask(victim);
        portal.clock().pass(Duration.ofSeconds(59));

        refused(() -> visitor().ask(victim));

        portal.clock().pass(Duration.ofSeconds(1));
        assertThat(next(visitor().ask(victim))).isEqualTo("/code");
    }

    @Test
    void limitsCodesForANumberByDay() {
        String victim = number();
        for (int i = 0; i < 5; i++) {
            assertThat(next(visitor().ask(victim))).isEqualTo("/code");
            portal.clock().pass(Duration.ofHours(2));
        }

        refused(() -> visitor().ask(victim));
        refused(() -> visitor()
                .ask("+86 " + victim.substring(0, 3) + "-" + victim.substring(3, 7) + "-" + victim.substring(7)));
    }

    @Test
    void knownBrowserGetsCodeInSpiteOfStrangers() {
        String victim = number();
        PortalVisitor holder = visitor();
        holder.ask(victim);
        HttpResponse<String> proven = holder.type(portal.gateway().codeFor(victim));
        portal.clock().pass(Duration.ofDays(2));
        for (int i = 0; i < 5; i++) {
            visitor().ask(victim);
            portal.clock().pass(Duration.ofHours(1));
        }
        refused(() -> visitor().ask(victim));
        refused(() -> visitor().plant("jinbo-known", "x.y;..").ask(victim));

        assertThat(next(holder.ask(victim))).isEqualTo("/code");
        assertThat(proven.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("jinbo-known="))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=7776000")
                .doesNotContain(victim, "Domain");
    }

    @Test
    void limitsNumbersByAddress() {
        for (int i = 0; i < 20; i++) {
            assertThat(next(visitor().with("X-Forwarded-For", "203.0.113." + i).ask(number())))
                    .isEqualTo("/code");
        }

        refused(() -> visitor()
                .with("X-Forwarded-For", "203.0.113.99")
                .with("Forwarded", "for=203.0.113.98")
                .ask(number()));

        portal.clock().pass(Duration.ofHours(1));
        assertThat(next(visitor().ask(number()))).isEqualTo("/code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\r\nBcc: 13910001111",
                "%s%%0aBcc: 13910001111",
                "%s,13910001111",
                "%s;13910001111",
                "%s 13910001111",
                "%s\n13910001111",
                "%s\u202813910001111",
                "%s\u0000",
                "sms:%s",
                "%s?body=x",
                "\"%s\",\"text\":\"x\""
            })
    void headerInjectionIntoAShortMessageSendsNone(String hostile) {
        int before = sent().size();

        HttpResponse<String> answer = visitor().ask(hostile.formatted(number()));

        assertThat(sent()).hasSize(before);
        assertThat(answer.body()).doesNotContain("Bcc", "13910001111");
        assertThat(answer.headers().map().toString()).doesNotContain("Bcc");
    }

    @Test
    void shortMessageContainsNothingOfTheRequest() {
        String number = number();
        visitor().plant(PortalVisitor.LANGUAGE, "zh").with("User-Agent", "evil").ask(number);

        TestGateway.Message message = sent().get(sent().size() - 1);

        assertThat(message.to()).isEqualTo(number);
        assertThat(message.text()).matches("【禁拨】验证码 [0-9]{6}，用于办理保险电话禁拨，5分钟内有效。请不要告诉任何人；如果不是您本人操作，请不必理会。");
    }

    @Test
    void escapesScriptInInput() {
        String markup = "\"'><script>alert(1)</script>";
        PortalVisitor holder = visitor().prove(number());

        List<HttpResponse<String>> answers = List.of(
                holder.post("/choose", Map.of("query", markup)),
                holder.post("/choose", Map.of("query", "x", "term", markup, "line", markup, "insurer", markup)),
                holder.complain(
                        Map.of("words", markup, "caller", markup, "day", markup, "time", markup, "purpose", markup)),
                holder.complain(Map.of("words", markup, "insurer", markup, "day", "", "time", "")),
                holder.complain(Map.of("form", markup)),
                holder.get("/privacy?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"),
                holder.get("/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"),
                visitor().ask(markup));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.body()).contains("<h1>").doesNotContain("<script>alert", "'><", "lang=\"\""));
        assertThat(answers.get(0).body()).contains("&lt;script&gt;");
    }

    @Test
    void numberIsInNoUrlHeaderLogOrEntry() {
        Steps steps = new Steps();
        CapturedLog log = new CapturedLog();
        long mark = lastEntry();
        String number = number();
        PortalVisitor holder = visitor().prove(number);
        String code = portal.gateway().codeFor(number);
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (log) {
            steps.take("a visitor goes through all pages, and sends the number in all places", () -> {
                answers.add(holder.post("/choose/preview", choice()));
                answers.add(holder.post("/choose/confirm", choice()));
                answers.add(holder.get(next(answers.get(1))));
                answers.add(holder.complain(call("2026-11-23")));
                answers.add(holder.get("/mine"));
                answers.add(holder.get("/cancel"));
                answers.add(holder.get("/complaints"));
                answers.add(holder.get("/complaints/" + number));
                answers.add(holder.post("/complaints", Map.of("number", number)));
                answers.add(holder.get("/confirmation/" + number));
                answers.add(holder.get("/confirmation/" + number + "/note"));
                answers.add(holder.post("/choose/confirm", Map.of("form", number, "line", "LIFE")));
                answers.add(holder.post(
                        "/choose/confirm",
                        Map.of("insurer", number, "form", UUID.randomUUID().toString())));
                answers.add(holder.post("/" + number, Map.of()));
                answers.add(holder.get("/code/check?number=" + number));
                answers.add(
                        holder.post("/cancel", Map.of("form", UUID.randomUUID().toString())));
            });
        }

        steps.take(
                "no answer holds it, nor does a header",
                () -> assertThat(answers).allSatisfy(answer -> {
                    assertThat(answer.headers().map().toString()).doesNotContain(number);
                    assertThat(answer.body()).as(answer.uri().getPath()).doesNotContain(number);
                }));
        steps.take(
                "no log line holds number or code",
                () -> assertThat(log.lines())
                        .allSatisfy(
                                line -> assertThat(line).doesNotContain(number).doesNotContain(code)));
        steps.take(
                "nor does an entry of the access log",
                () -> assertThat(entriesAfter(mark))
                        .hasSizeGreaterThan(5)
                        .allSatisfy(entry -> assertThat(entry.toString())
                                .doesNotContain(number)
                                .doesNotContain(code)));
    }

    @Test
    void everyPageLinksToTheOtherLanguage() {
        PortalVisitor holder = visitor().prove(number());

        for (HttpResponse<String> answer : List.of(
                holder.get("/mine"),
                holder.get("/nothing"),
                holder.get("/confirmation/none"),
                holder.post("/choose/preview", choice()),
                holder.post("/choose", Map.of("query", "x")),
                visitor().ask("nonsense"))) {
            if (answer.body().contains("name=\"lang\" value=\"zh\"")) {
                // the repeated form
                continue;
            }
            Matcher link = Pattern.compile("href=\"([^\"]+\\?lang=zh)\"").matcher(answer.body());
            assertThat(link.find()).as(answer.uri().getPath()).isTrue();
            assertThat(holder.get(link.group(1)).statusCode())
                    .as(answer.uri().getPath() + " " + link.group(1))
                    .isIn(200, 302);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/mine;jinbo-visit=0123456789ABCDEF0123456789ABCDEF",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2fportal.css",
                "/mine%00",
                "/%0d%0aSet-Cookie:planted=yes",
                "/pages/mine.html",
                "/messages.properties",
                "/actuator/env",
                "/error?trace=true&message=true"
            })
    void aCraftedAddressGetsNothingButARefusal(String address) {
        HttpResponse<String> answer = visitor().get(address);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception", "jinbo.", "th:", "evil", "root:");
        assertThat(answer.headers().map().toString()).doesNotContain("planted", "evil");
    }

    @Test
    void doesNotRepeatANumberInAnAddress() {
        PortalVisitor visitor = visitor();

        assertThat(visitor.get("/13810001234").body()).doesNotContain("13810001234");
    }

    @Test
    void showsNothingOfAnotherNumber() {
        PortalVisitor victim = visitor().prove(number());
        String done = next(victim.post("/choose/confirm", choice()));
        String reference = done.substring("/done/".length());
        String complaint = next(victim.complain(call("2026-11-23")));
        PortalVisitor other = visitor().prove(number());

        for (String path : List.of(
                done,
                "/confirmation/" + reference,
                "/confirmation/" + reference + "/note",
                "/confirmation/" + reference + "/proof",
                complaint)) {
            assertThat(victim.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(next(visitor().get(path))).as(path).isEqualTo("/?again");
        }
        assertThat(other.get("/mine").body()).doesNotContain(reference);
    }

    @Test
    void nextVisitorOfTheBrowserSeesNothing() {
        PortalVisitor browser = visitor().prove(number());
        String done = next(browser.post("/choose/confirm", choice()));

        browser.prove(number());

        assertThat(browser.get(done).statusCode()).isEqualTo(404);
    }

    @Test
    void endedProofShowsAndRegistersNothing() {
        PortalVisitor holder = visitor().prove(number());
        portal.clock().pass(Duration.ofMinutes(16));
        long words = words();

        assertThat(next(holder.post("/choose/confirm", choice()))).isEqualTo("/?again");
        assertThat(words()).isEqualTo(words);
        assertThat(holder.get("/").body()).doesNotContain("class=\"who\"");
    }

    @Test
    void repeatedFormRegistersOnce() {
        PortalVisitor holder = visitor().prove(number());
        Map<String, String> form = choice();
        long words = words();

        assertThat(next(holder.post("/choose/confirm", form))).isEqualTo(next(holder.post("/choose/confirm", form)));
        assertThat(words()).isEqualTo(words + 1);
    }

    /** The client chooses the identifier of a form. */
    @ParameterizedTest
    @ValueSource(strings = {"/choose/confirm", "/cancel", "/complain"})
    void theIdOfAFormThatAnotherNumberHasUsedCountsForThisNumber(String path) {
        Map<String, String> form = new HashMap<>(choice());
        if (path.equals("/complain")) {
            form.putAll(call("2026-11-24"));
        }
        PortalVisitor first = visitor().prove(number());
        String done = next(first.post(path, form));
        PortalVisitor other = visitor().prove(number());

        HttpResponse<String> answer = other.post(path, form);

        assertThat(next(answer)).isNotEqualTo(done);
        assertThat(other.get(next(answer)).statusCode()).isEqualTo(200);
        assertThat(other.get(done).statusCode()).isEqualTo(404);
        assertThat(next(other.post(path, form))).as("sent twice").isEqualTo(next(answer));
        AttackTable.row(
                "portal: the id of a form that another number has used, at " + path,
                "taken once for each number",
                answer.statusCode() == 302 ? "taken once for each number" : "" + answer.statusCode());
    }

    @Test
    void concurrentFormsRegisterOnce() throws SQLException {
        PortalVisitor holder = visitor().prove(number());
        Map<String, String> form = new TreeMap<>(choice());
        form.put("_csrf", holder.token());
        long words = words();
        List<CompletableFuture<HttpResponse<String>>> sent;
        try (LockedTable held = portal.hold("consumer_registration")) {
            sent = Stream.generate(() -> CompletableFuture.supplyAsync(() -> holder.forge("/choose/confirm", form)))
                    .limit(2)
                    .toList();
            held.awaitWaiting(2);
        }

        assertThat(next(sent.get(0).join()))
                .startsWith("/done/")
                .isEqualTo(next(sent.get(1).join()));
        assertThat(words()).isEqualTo(words + 1);
    }

    @Test
    void registryLockDoesNotKeepVisitorsWaiting() {
        Steps steps = new Steps();
        PortalVisitor holder = visitor().prove(number());
        Map<String, String> form = new TreeMap<>(choice());
        form.put("_csrf", holder.token());
        long words = words();
        steps.take("while the registry is held, the visitor is asked to come back", () -> {
            try (LockedTable held = portal.hold("registry_head")) {
                CompletableFuture<HttpResponse<String>> waits =
                        CompletableFuture.supplyAsync(() -> holder.forge("/choose/confirm", form));
                held.awaitWaiting(1);

                HttpResponse<String> away = waits.join();
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(header(away, "Retry-After")).isEqualTo("60");
            }
        });
        steps.take("nothing is registered", () -> assertThat(words()).isEqualTo(words));
        steps.take("the same form registers afterwards, once", () -> {
            assertThat(next(holder.forge("/choose/confirm", form))).startsWith("/done/");
            assertThat(words()).isEqualTo(words + 1);
        });
    }

    @Test
    void requiresTheCurrentConsentToRegister() {
        PortalVisitor holder = visitor().prove(number());
        Map<String, String> form = new HashMap<>(choice());
        long words = words();

        form.put("consent", "2025-01");
        assertThat(holder.post("/choose/confirm", form).body()).contains("Without your consent");
        form.remove("consent");
        assertThat(holder.post("/choose/confirm", form).body()).contains("Without your consent");

        assertThat(words()).isEqualTo(words);
        assertThat(holder.get("/mine").body()).contains("Nothing is registered");
    }

    /** All responses without a code, except random values. */
    private static List<String> everyAnswerBefore(String number) {
        PortalVisitor attacker = visitor();
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(attacker.ask(number));
        answers.add(attacker.get("/code"));
        answers.add(attacker.ask(number));
        answers.add(visitor().ask(number));
        String wrong = wrong(portal.gateway().codeFor(number));
        for (int i = 0; i < 6; i++) {
            answers.add(attacker.type(wrong));
        }
        answers.add(attacker.get("/mine"));
        return answers.stream().map(PortalAttacksIT::comparable).toList();
    }

    private static String comparable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.computeIfPresent(
                "set-cookie",
                (name, all) ->
                        all.stream().map(one -> one.replaceAll("=[^;]*", "=")).toList());
        return answer.statusCode() + " " + headers + "\n"
                + answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static List<String> everyEntryBefore(String number) {
        long mark = lastEntry();
        everyAnswerBefore(number);
        return entriesAfter(mark).stream()
                .map(entry -> entry.phase() + " " + entry.access().action() + " "
                        + entry.access().purpose() + " " + entry.access().object() + " " + entry.outcome() + " "
                        + entry.numbers())
                .toList();
    }

    private static void refused(Supplier<HttpResponse<String>> attack) {
        int before = sent().size();

        HttpResponse<String> answer = attack.get();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Too many codes");
        assertThat(sent()).hasSize(before);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static PortalVisitor visitor() {
        return new PortalVisitor(portal);
    }

    private static String number() {
        numbers++;
        return "1381000" + (5000 + numbers);
    }

    private static List<TestGateway.Message> sent() {
        return portal.gateway().messages();
    }

    private static JdbcClient jdbc() {
        return portal.exchange().sql();
    }

    private static long words() {
        return portal.exchange().count("consumer_registration");
    }

    /** The data that consumers can change. */
    private static String state() {
        return Stream.of("consumer_registration", "code_challenge", "number_proof", "call_case", "registration_batch")
                        .map(PortalAttacksIT::rows)
                        .toList()
                + " " + sent().size();
    }

    private static String rows(String table) {
        return jdbc().sql("select count(*)::text from " + table)
                .query(String.class)
                .single();
    }

    private static List<AccessLogEntry> entriesAfter(long mark) {
        return portal.exchange().accessLog().stream()
                .filter(entry -> entry.id() > mark)
                .sorted(Comparator.comparing(AccessLogEntry::id))
                .toList();
    }

    private static long lastEntry() {
        return portal.exchange().accessLog().stream()
                .mapToLong(AccessLogEntry::id)
                .max()
                .orElse(0);
    }

    private static String header(HttpResponse<String> page, String name) {
        return page.headers().firstValue(name).orElse("");
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
