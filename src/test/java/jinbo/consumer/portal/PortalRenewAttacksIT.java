package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.SESSION;
import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.consumer.ConsentText;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoices;
import jinbo.testing.AttackTable;
import jinbo.testing.CapturedLog;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks on reminder links over plain HTTP; each test has its own numbers. */
class PortalRenewAttacksIT {

    private static final int NUMBERS = 24;
    private static final String NOBODYS = "/renew/AAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int used;

    @BeforeAll
    static void remindSomePeople() throws IOException {
        portal = TestPortal.open(
                folder,
                "2026-01-05T09:00:00+08:00",
                Map.of("jinbo.consumer.renew-at", "http://127.0.0.1/renew/", "jinbo.consumer.codes-per-address", "40"));
        IntStream.rangeClosed(1, NUMBERS)
                .mapToObj(PortalRenewAttacksIT::number)
                .forEach(number -> visitor().prove(number).post("/choose/confirm", halfAYear()));
        portal.clock().set("2026-06-24T10:30:00+08:00");
        assertThat(portal.exchange().bean(RemindBeforeEnd.class).run().sent()).isEqualTo(NUMBERS);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void anHourLater() {
        portal.clock().pass(Duration.ofHours(1));
    }

    @Test
    void openingALinkChangesNothingAndShowsNoNumber() {
        Steps steps = new Steps();
        String number = number();
        PortalVisitor preview = visitor();
        String state = state();

        HttpResponse<String> page = steps.take("a preview opens a link", () -> preview.get(link(number)));
        steps.take(
                "it opens the link as if it consented",
                () -> preview.get(
                        link(number) + "?consent=" + ConsentText.VERSION + "&form=" + UUID.randomUUID() + "&lang=zh"));
        steps.take("the page shows what would be renewed, and no number", () -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("14 July 2026", "Until 14 January 2027", "Your consent")
                    .doesNotContain(number, "138 ****");
        });
        steps.take("nothing has changed, and the link counts", () -> {
            assertThat(state()).isEqualTo(state);
            assertThat(preview.cookie(SESSION)).isEmpty();
            assertThat(visitor().get(link(number)).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void linkPageIsNotCachedAndSendsNoReferrer() {
        HttpResponse<String> page = visitor().get(link(number()));

        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("http:", "https:");
    }

    @Test
    void linkIsValidOnce() {
        Steps steps = new Steps();
        String number = number();
        PortalVisitor holder = visitor();
        long words = words();

        steps.take("a link renews", () -> {
            assertThat(next(holder.post(link(number), consent()))).startsWith("/done/");
            assertThat(words()).isEqualTo(words + 1);
        });
        steps.take("it renews nothing once more", () -> {
            for (PortalVisitor again : List.of(holder, visitor())) {
                assertThat(again.get(link(number)).statusCode()).isEqualTo(404);
                HttpResponse<String> answer = again.post(link(number), consent());
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).contains("not valid any more");
            }
            assertThat(words()).isEqualTo(words + 1);
        });
        steps.take("where the proof has expired, the page is that of a stranger", () -> {
            portal.clock().pass(Duration.ofHours(1));
            assertThat(comparable(holder.get(link(number))))
                    .isEqualTo(comparable(visitor().get(link(number))));
        });
    }

    @Test
    void repeatedFormRenewsOnce() {
        String number = number();
        PortalVisitor holder = visitor();
        Map<String, String> form = consent();
        long words = words();

        assertThat(next(holder.post(link(number), form))).isEqualTo(next(holder.post(link(number), form)));
        assertThat(words()).isEqualTo(words + 1);
    }

    @Test
    void concurrentFormsRenewOnce() throws SQLException {
        String number = number();
        PortalVisitor holder = visitor();
        Map<String, String> form = new TreeMap<>(consent());
        form.put("_csrf", holder.token());
        long words = words();
        List<CompletableFuture<HttpResponse<String>>> sent;
        try (LockedTable held = portal.hold("consumer_registration")) {
            sent = Stream.generate(() -> CompletableFuture.supplyAsync(() -> holder.forge(link(number), form)))
                    .limit(2)
                    .toList();
            held.awaitWaiting(2);
        }

        assertThat(sent.stream().map(CompletableFuture::join))
                .anySatisfy(first -> assertThat(next(first)).startsWith("/done/"))
                .anySatisfy(second -> assertThat(second.body()).contains("Your registration is renewed"));
        assertThat(words()).isEqualTo(words + 1);
    }

    @Test
    void usedLinkGivesNoSecondProof() {
        String number = number();
        PortalVisitor holder = visitor();
        Map<String, String> form = consent();
        String done = next(holder.post(link(number), form));
        String proofs = rows("number_proof");
        PortalVisitor finder = visitor();

        HttpResponse<String> again = finder.post(link(number), form);

        assertThat(again.body())
                .contains("Your registration is renewed", "href=\"/?lang=zh\"")
                .doesNotContain(done.substring("/done/".length()));
        assertThat(rows("number_proof")).isEqualTo(proofs);
        String seen = next(finder.get("/mine"));
        assertThat(next(holder.post(link(number), form)))
                .as("where the proof is")
                .isEqualTo(done);
        holder.post("/leave", Map.of());
        holder.post(link(number), form);
        assertThat(next(holder.get("/mine"))).as("who has left").isEqualTo("/?again");
        AttackTable.row("portal: the form of a used link, sent again from another browser", "/?again", seen);
    }

    @Test
    void formOfAnotherRenewsOnlyTheOwnNumber() {
        String victim = number();
        String attacker = number();
        Map<String, String> form = consent();
        String done = next(visitor().post(link(victim), form));
        PortalVisitor evil = visitor();

        String own = next(evil.post(link(attacker), form));

        assertThat(own).startsWith("/done/").isNotEqualTo(done);
        assertThat(evil.get(done).statusCode()).isEqualTo(404);
        assertThat(evil.get("/mine").body()).contains("138 **** " + attacker.substring(7));
    }

    @Test
    void invalidLinksHaveTheSamePage() {
        String usedUp = number();
        visitor().post(link(usedUp), consent());
        String overtaken = number();
        visitor().prove(overtaken).post("/choose/confirm", choice());
        String released = number();
        portal.exchange()
                .bean(ConsumerChoices.class)
                .release(new Mobile(Long.parseLong(released)), Actor.batch(), "a test");
        String ended = number();
        assertThat(jdbc().sql("update reminder set expires_on = '2026-06-24'"
                                + " where token = sha256(convert_to(?, 'UTF8'))")
                        .param(link(ended).substring("/renew/".length()))
                        .update())
                .isEqualTo(1);

        String unknown = comparable(visitor().get(NOBODYS));
        assertThat(unknown).startsWith("404").contains("not valid any more");
        assertThat(Stream.of(link(usedUp), link(overtaken), link(released), link(ended), "/renew/x", NOBODYS + "A"))
                .allSatisfy(path -> {
                    assertThat(comparable(visitor().get(path))).isEqualTo(unknown);
                    assertThat(comparable(visitor().post(path, consent()))).isEqualTo(unknown);
                });
    }

    @Test
    void stopsGuessingAfterThirtyLinksInAnHour() {
        Steps steps = new Steps();
        String number = number();
        steps.take("thirty links are guessed", () -> {
            for (int i = 0; i < 15; i++) {
                PortalVisitor guesser = visitor().with("X-Forwarded-For", "203.0.113." + i);
                assertThat(guesser.get(NOBODYS).statusCode()).isEqualTo(404);
                assertThat(guesser.post("/renew/" + i, consent()).statusCode()).isEqualTo(404);
            }
        });
        HttpResponse<String> answer =
                steps.take("another one is guessed", () -> visitor().get(NOBODYS));
        steps.take("it is refused, and so is a form", () -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("Too many links");
            assertThat(visitor().post("/renew/x", consent()).statusCode()).isEqualTo(429);
        });
        steps.take(
                "a neighbour who was sent a link is served",
                () -> assertThat(visitor().get(link(number)).statusCode()).isEqualTo(200));
        steps.take("an hour later guesses are looked at again", () -> {
            portal.clock().pass(Duration.ofHours(1));
            assertThat(visitor().get(NOBODYS).statusCode()).isEqualTo(404);
        });
    }

    @Test
    void linkRenewsItsOwnNumberInAnyBrowser() {
        String own = number();
        String foreign = number();
        PortalVisitor browser = visitor().prove(own);
        String before = browser.get("/mine").body();
        assertThat(before).contains("138 **** " + own.substring(7), "until 14 July 2026");

        String done = next(browser.post(link(foreign), consent()));

        assertThat(browser.get("/mine").body())
                .contains("138 **** " + foreign.substring(7), "until 14 January 2027")
                .doesNotContain("138 **** " + own.substring(7));
        assertThat(browser.get(done).statusCode()).isEqualTo(200);
        assertThat(visitor().get(link(own)).statusCode())
                .as("nothing was said of it")
                .isEqualTo(200);
    }

    @Test
    void sessionFixationGetsTheAttackerNothing() {
        PortalVisitor attacker = visitor().prove(number());
        String planted = attacker.cookie(SESSION).orElseThrow();
        PortalVisitor victim = visitor().plant(SESSION, planted);
        String number = number();

        victim.post(link(number), consent());

        assertThat(victim.cookie(SESSION).orElseThrow()).isNotEqualTo(planted);
        assertThat(victim.get("/mine").body()).contains("138 **** " + number.substring(7));
        assertThat(next(attacker.get("/mine"))).isEqualTo("/?again");
    }

    @Test
    void refusesCrossSiteRequests() {
        String number = number();
        PortalVisitor victim = visitor();
        Map<String, String> fields = new TreeMap<>(consent());
        String state = state();

        assertThat(victim.forge(link(number), fields).statusCode()).isEqualTo(403);
        fields.put("_csrf", visitor().token());
        assertThat(victim.forge(link(number), fields).statusCode()).isEqualTo(403);

        assertThat(state()).isEqualTo(state);
    }

    @Test
    void requiresTheCurrentConsentToRenew() {
        String number = number();
        String state = state();

        for (Map<String, String> lacking : List.of(Map.<String, String>of(), Map.of("consent", "2025-01"))) {
            Map<String, String> fields = new TreeMap<>(lacking);
            fields.put("form", UUID.randomUUID().toString());
            HttpResponse<String> page = visitor().post(link(number), fields);
            assertThat(page.body()).contains("Without your consent", link(number) + "?lang=zh");
        }

        assertThat(state()).isEqualTo(state);
    }

    @Test
    void logsNoLinkOrNumber() {
        String number = number();
        CapturedLog log = new CapturedLog();
        try (log) {
            visitor().get(link(number));
            visitor().post(link(number), Map.of("form", "no form"));
            visitor().post(link(number), consent());
            visitor().get(link(number));
            visitor().get(link(number) + "/more");
        }

        String token = link(number).substring("/renew/".length());
        assertThat(log.lines()).noneMatch(line -> line.contains(token) || line.contains(number));
    }

    private static Map<String, String> consent() {
        return Map.of("consent", ConsentText.VERSION, "form", UUID.randomUUID().toString());
    }

    private static Map<String, String> halfAYear() {
        Map<String, String> fields = new TreeMap<>(choice());
        fields.put("term", "6M");
        return fields;
    }

    private static String comparable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("set-cookie");
        return answer.statusCode() + " " + headers + "\n" + answer.body();
    }

    private static PortalVisitor visitor() {
        return new PortalVisitor(portal);
    }

    private static String link(String number) {
        return portal.gateway().linkFor(number);
    }

    private static String number() {
        used++;
        assertThat(used).isLessThanOrEqualTo(NUMBERS);
        return number(used);
    }

    private static String number(int which) {
        return "1381000" + (6000 + which);
    }

    /** The data that consumers can change. */
    private static String state() {
        return Stream.of("consumer_registration", "number_proof", "registration_batch")
                        .map(PortalRenewAttacksIT::rows)
                        .toList()
                + " "
                + jdbc().sql("select r::text from reminder r order by reference")
                        .query(String.class)
                        .list();
    }

    private static String rows(String table) {
        return jdbc().sql("select count(*)::text from " + table)
                .query(String.class)
                .single();
    }

    private static long words() {
        return portal.exchange().count("consumer_registration");
    }

    private static JdbcClient jdbc() {
        return portal.exchange().sql();
    }

    private static String header(HttpResponse<String> page, String name) {
        return page.headers().firstValue(name).orElse("");
    }
}
