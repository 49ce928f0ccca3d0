package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases;
import jinbo.testing.Browser;
import jinbo.testing.HtmlValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Content and links of the pages over plain HTTP. */
class PortalPagesIT {

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int holders;

    private final String number = "13810%02d4321".formatted(holders++);
    private final PortalVisitor holder = new PortalVisitor(portal);

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(
                folder,
                Map.of("jinbo.portal.association", "Test Association", "jinbo.portal.hotline", "010 5555 0101"));
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
    void everyPageIsValidHtml(@TempDir Path folder) throws IOException {
        holder.ask(number);
        List<HttpResponse<String>> pages = new ArrayList<>(
                Stream.concat(TestPortal.OPEN_PAGES.stream(), Stream.of("/code", "/nowhere", "/renew/x"))
                        .map(holder::get)
                        .toList());
        holder.type(portal.gateway().codeFor(number));
        String done = next(holder.post("/choose/confirm", choice()));
        String complaint = next(holder.complain(PortalVisitor.call("2026-11-24")));
        Stream.concat(
                        TestPortal.PAGES_OF_HOLDER.stream(),
                        Stream.of(done, done.replace("/done/", "/confirmation/"), complaint))
                .map(holder::get)
                .forEach(pages::add);
        pages.add(holder.post("/choose/preview", choice()));
        pages.add(holder.post("/choose/preview", Map.of()));
        pages.add(holder.post("/complain/preview", complaint()));
        pages.add(holder.post("/complain/edit", complaint()));
        pages.add(holder.forge("/cancel", Map.of()));

        assertThat(pages).allSatisfy(page -> assertThat(page.body()).startsWith("<!DOCTYPE html>"));
        HtmlValidator.required();
        HtmlValidator.assertValid(folder, pages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?again", "/privacy?from=mail&x=%22", "/privacy"})
    void languageSwitchKeepsPageAndQuery(String address) {
        String other = languageLink(holder.get(address + (address.contains("?") ? "&" : "?") + "lang=en"));

        assertThat(other).isEqualTo(address + (address.contains("?") ? "&" : "?") + "lang=zh");
        assertThat(holder.get(other).body()).contains("lang=\"zh-CN\"");
    }

    @Test
    void languageSwitchKeepsInput() {
        holder.prove(number);
        HttpResponse<String> english = holder.complain(Map.of("day", "", "words", "at \"noon\"", "insurer", "YUNHE"));
        Map<String, String> sentAgain = replay(english.body());
        assertThat(sentAgain).containsEntry("words", "at \"noon\"").containsEntry("insurer", "YUNHE");

        HttpResponse<String> chinese = holder.post("/complain", sentAgain);

        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body()).contains("lang=\"zh-CN\"", "at &quot;noon&quot;", "value=\"YUNHE\" selected");
        assertThat(holder.get("/complaints").body()).contains("您没有投诉过来电");
    }

    @ParameterizedTest
    @CsvSource({
        "choose, /choose",
        "complain, /complain",
        "complaints, /complaints",
        "mine, /mine",
        "//elsewhere.example, /mine"
    })
    void eachChoiceOfTheStartPageLeadsToItsPageOnceTheNumberIsProven(String choice, String page) {
        assertThat(holder.firstPage(number, choice)).isEqualTo(page);
    }

    @Test
    void startPageKeepsItsChoiceBesideAnError() {
        assertThat(holder.get("/").body()).contains("value=\"choose\" checked");
        assertThat(holder.post("/code", Map.of("number", "12", "to", "complain"))
                        .body())
                .contains("value=\"complain\" checked")
                .doesNotContain("value=\"choose\" checked");
    }

    @Test
    void nothingRegisteredMeansNothingToCancel() {
        holder.prove(number);
        assertThat(holder.get("/cancel").body())
                .contains("there is nothing to cancel")
                .doesNotContain("Yes, cancel everything");

        holder.post("/choose/confirm", choice());

        assertThat(holder.get("/cancel").body())
                .contains("Yes, cancel everything", "usually within a few days")
                .doesNotContain("nothing to cancel");
    }

    @Test
    void historyNamesWhatWasChosenAndUntilWhen() {
        holder.prove(number);
        holder.post("/choose/confirm", choice());
        holder.post("/cancel", Map.of("form", UUID.randomUUID().toString()));

        assertThat(holder.get("/mine").body())
                .contains(
                        "You asked for no sales calls until ",
                        "Life and health insurance: all insurers, also those that join later",
                        "You cancelled everything.");
    }

    @Test
    void dayOfACallIsTypedInParts() {
        holder.prove(number);
        Map<String, String> call = new TreeMap<>(
                Map.of("day", "other", "year", "2026", "month", "11", "date", " 3", "time", "20:00", "minute", "15"));

        String complaint = next(holder.complain(call));

        assertThat(holder.get(complaint).body()).contains("3 November 2026, 20:15");
        assertThat(holder.get("/complaints").body()).contains("call on 3 November 2026, 20:15");
        call.put("date", "31");
        assertThat(holder.complain(call).body())
                .contains("<a href=\"#day\">Please say on which day")
                .containsPattern("value=\"other\" checked")
                .containsPattern("name=\"date\"[^>]*value=\"31\"");
    }

    @Test
    void complaintFormPreselectsNothing() {
        holder.prove(number);

        assertThat(holder.get("/complain").body())
                .contains("midnight (00:00)", "8 am (08:00)", "noon (12:00)", "8 pm (20:00)")
                .doesNotContain("checked=", " selected");
        assertThat(holder.get("/complaints").body())
                .contains("You have not complained about any call")
                .doesNotContain("name=\"number\"");
        assertThat(holder.get("/complain?lang=zh").body()).contains("夜里12点（00:00）", "上午11点（11:00）", "晚上8点（20:00）");
    }

    @Test
    void languageSwitchOfAPreviewKeepsTheChoice() {
        holder.prove(number);
        Map<String, String> sentAgain = replay(holder.post("/choose/preview", Map.of("line", "LIFE", "term", "6M"))
                .body());

        assertThat(holder.post("/choose/preview", sentAgain).body())
                .contains("lang=\"zh-CN\"", "2家公司将不得再给您打推销电话", "name=\"term\" value=\"6M\"");
    }

    /** A change of language sends no code and uses no attempt. */
    @Test
    void languageSwitchSendsNoFormThatDoesSomething() {
        assertThat(languageLink(holder.ask("12"))).isEqualTo("/code?lang=zh");
        holder.ask(number);
        assertThat(languageLink(holder.type("000000"))).isEqualTo("/code?lang=zh");
    }

    @Test
    void complaintFormShowsAllErrors() {
        holder.prove(number);

        String page = holder.post(
                        "/complain/preview",
                        Map.of(
                                "form",
                                UUID.randomUUID().toString(),
                                "caller",
                                "12",
                                "time",
                                "noon",
                                "words",
                                "x".repeat(501)))
                .body();

        assertThat(page).contains("<title>Error: ");
        for (String field : List.of("caller", "day", "time", "purpose", "words")) {
            assertThat(page)
                    .contains("<a href=\"#" + field + "\"", "<p class=\"error\" id=\"" + field + "-error\"")
                    .containsPattern(
                            "id=\"" + field + "\"[^>]*aria-invalid=\"true\" aria-describedby=\"" + field + "-error");
        }
        assertThat(page).doesNotContain("href=\"#line\"");
    }

    @Test
    void asksForConsentOnceTheComplaintHasNoErrors() {
        holder.prove(number);
        Map<String, String> complaint = complaint();
        complaint.put("day", "2030-01-01");
        assertThat(holder.post("/complain", complaint).body())
                .contains("<a href=\"#day\">The time that you entered is in the future")
                .doesNotContain("consent");

        assertThat(holder.post("/complain", complaint()).body())
                .contains(
                        "<a href=\"#consent\">Without your consent", "name=\"words\" value=\"no &quot;thanks&quot;\"");
        assertThat(holder.get("/complaints").body()).contains("You have not complained about any call");
    }

    @Test
    void complaintIsSentOnlyFromItsPreviewAndGoingBackKeepsTheInput() {
        holder.prove(number);

        String preview = holder.post("/complain/preview", complaint()).body();

        assertThat(preview)
                .contains("Nothing has been sent yet", "24 November 2026, 08:00", "云河人寿", "no &quot;thanks&quot;")
                .contains("Submit the complaint", "formaction=\"/complain/edit\"", "name=\"consent\"");
        assertThat(holder.post("/complain/edit", complaint()).body())
                .contains("value=\"YUNHE\" selected", "value=\"SALES\" checked", "no &quot;thanks&quot;</textarea>")
                .doesNotContain("aria-invalid=\"true\"", "consent");
        assertThat(holder.get("/complaints").body()).contains("You have not complained about any call");
        assertThat(next(holder.complain(complaint()))).startsWith("/complaints/C2026");
    }

    private static Map<String, String> complaint() {
        Map<String, String> complaint = new TreeMap<>(PortalVisitor.call("2026-11-24"));
        complaint.remove("consent");
        complaint.put("form", UUID.randomUUID().toString());
        complaint.put("insurer", "YUNHE");
        complaint.put("words", "no \"thanks\"");
        return complaint;
    }

    @Test
    void oneBoxChoosesAllKindsOfInsurance() {
        holder.prove(number);

        String preview = holder.post("/choose/preview", Map.of("line", "*,LIFE", "term", "6M"))
                .body();

        assertThat(preview)
                .contains("name=\"line\" value=\"LIFE\"")
                .contains("name=\"line\" value=\"MOTOR\"", "name=\"line\" value=\"PROPERTY\"");
        assertThat(holder.post("/choose", Map.of("line", "LIFE,MOTOR,PROPERTY")).body())
                .containsPattern("value=\"\\*\" checked")
                .doesNotContainPattern("value=\"LIFE\" checked")
                .doesNotContain("<details class=\"card\" open");
        assertThat(holder.post("/choose", Map.of("insurer", "YUNHE/LIFE")).body())
                .contains("<details class=\"card\" open", "value=\"YUNHE/LIFE\" checked")
                .doesNotContainPattern("value=\"\\*\" checked");
    }

    @Test
    void showsErrorOfInvalidNumberWithoutRepeatingIt() {
        assertThat(holder.ask("010-65551234").body())
                .contains("<a href=\"#number\">That is a landline", "id=\"number-error\"")
                .doesNotContain("65551234");
    }

    @Test
    void keepsInputThatIsNoPhoneNumber() {
        assertThat(holder.ask("1381000 12").body())
                .contains("<a href=\"#number\">That is not a mobile number", "value=\"1381000 12\"");
        assertThat(holder.ask("13810001234;13910001111").body()).doesNotContain("13910001111");
        assertThat(holder.ask(" ").body()).contains("<a href=\"#number\">Please type in your mobile number.");
    }

    @Test
    void emptyCodeIsNoAttempt() {
        holder.ask(number);
        for (int i = 0; i < 6; i++) {
            assertThat(holder.type(" ").body()).contains("<a href=\"#code\">Please type in the six digits");
        }
        assertThat(next(holder.type(portal.gateway().codeFor(number)))).isEqualTo("/mine");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void focusGoesToTheSummaryAndFromThereToTheField(boolean withScript) {
        try (Browser browser =
                withScript ? Browser.open(portal.url(), "en") : Browser.openWithoutScript(portal.url(), "en")) {
            browser.goTo("/?lang=en").type("number", "12").press("Send me a code");
            browser.picture("portal-errors-en");
            assertThat(browser.focusedId()).isEqualTo("errors");
            browser.jump("That is not a mobile number");
            assertThat(browser.focusedId()).isEqualTo("number");
            if (withScript) {
                assertThat(browser.inaccessible()).isEmpty();
            }
        }
    }

    @Test
    void sendsCodeAgainAfterThePause() {
        holder.ask(number);
        String first = portal.gateway().codeFor(number);
        portal.clock().pass(Duration.ofSeconds(8));
        assertThat(holder.get("/code").body())
                .contains("data-seconds=\"52\"", "(in 0:52)")
                .doesNotContain("A new code");

        assertThat(next(holder.post("/code/again", Map.of()))).isEqualTo("/code");
        assertThat(portal.gateway().codeFor(number)).as("too early").isEqualTo(first);
        portal.clock().pass(Duration.ofSeconds(52));
        assertThat(holder.get("/code").body()).contains("data-seconds=\"0\"").doesNotContain("again-hint");
        assertThat(next(holder.post("/code/again", Map.of()))).isEqualTo("/code");

        assertThat(holder.get("/code").body())
                .contains("data-seconds=\"60\"")
                .containsPattern("A new code was sent to 138 \\*\\*\\*\\* 4321 at [0-9]{2}:[0-9]{2}\\.");
        assertThat(holder.type(first).body()).contains("That is not the code", "A new code was sent");
        assertThat(next(holder.type(portal.gateway().codeFor(number)))).isEqualTo("/mine");
    }

    @Test
    void sendsNoCodeAgainWithoutAFirst() {
        assertThat(next(holder.post("/code/again", Map.of()))).isEqualTo("/?again");
    }

    @Test
    void showsLimitAtTheButton() {
        for (int i = 0; i < 5; i++) {
            holder.ask(number);
            portal.clock().pass(Duration.ofMinutes(1));
        }

        HttpResponse<String> answer = holder.post("/code/again", Map.of());

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("<a href=\"#again\">Too many codes", "id=\"again-error\"", "id=\"code\"");
    }

    @Test
    void buttonCountsDownWhereScriptRuns() {
        try (Browser browser = Browser.open(portal.url(), "en")) {
            browser.goTo("/?lang=en").type("number", number).press("Send me a code");
            assertThat(browser.text())
                    .containsPattern("Send again in (1:00|0:[0-5][0-9])")
                    .doesNotContain("(in ");
            browser.picture("portal-again-en");
            assertThat(browser.inaccessible()).isEmpty();

            portal.clock().pass(Duration.ofMinutes(1));
            browser.narrow();
            browser.goTo("/code?lang=zh").press("重新发送验证码");
            assertThat(browser.text()).contains("只有最新一条短信中的验证码有效");
            browser.picture("portal-again-zh-narrow");
            assertThat(browser.inaccessible()).isEmpty();
        }
    }

    @Test
    void everyPageNamesTheAssociationAndItsHotline() {
        for (String page : List.of("/", "/privacy", "/finished", "/nowhere")) {
            assertThat(holder.get(page).body())
                    .as(page)
                    .contains(
                            "<small>Test Association</small>",
                            "Hotline of Test Association:",
                            "href=\"tel:01055550101\"")
                    .contains("Test Association never asks you for a code");
        }
    }

    @Test
    void previewAndDonePagesTellOnlyWhatApplies() {
        holder.prove(number);
        Map<String, String> life = Map.of("line", "LIFE", "term", "1Y");
        assertThat(holder.post("/choose/preview", life).body())
                .contains("No insurer is bound by a registration of yours yet.")
                .as("Enter presses the first button")
                .containsPattern("<button type=\"submit\">[^<]+</button>\\s+<button [^>]+formaction=\"/choose\"")
                .containsOnlyOnce("formaction=");
        Map<String, String> first = new TreeMap<>(choice());
        first.putAll(Map.of("begins", "true", "goesOn", "false"));
        String done = next(holder.post("/choose/confirm", first));
        assertThat(holder.get(done).body())
                .contains("No sales calls from")
                .doesNotContain("already bound", "not bound before");
        assertThat(holder.get(done.replace("/done/", "/confirmation/")).body())
                .contains("both days included")
                .doesNotContain("already bound");

        String preview = holder.post("/choose/preview", life).body();
        assertThat(preview)
                .contains("What is registered for you stays as it is until you confirm.")
                .contains("name=\"begins\" value=\"false\"", "name=\"goesOn\" value=\"true\"")
                .doesNotContain("No insurer is bound by a registration of yours yet");
        Map<String, String> second = new TreeMap<>(choice());
        second.putAll(Map.of("begins", "false", "goesOn", "true"));
        String changed = next(holder.post("/choose/confirm", second));
        assertThat(holder.get(changed.replace("/done/", "/confirmation/")).body())
                .contains("already bound before, if any, stay bound");
        assertThat(holder.get(changed).body())
                .contains("already bound stay bound without a gap")
                .doesNotContain("not bound before");
    }

    @Test
    void lastPageNamesTheConfirmation() {
        holder.prove(number);

        assertThat(next(holder.post("/leave", Map.of()))).isEqualTo("/finished");

        assertThat(holder.get("/finished").body())
                .contains("Your visit has ended", "Your confirmations stay with the association")
                .doesNotContain("138 ****");
        assertThat(next(holder.get("/mine"))).isEqualTo("/?again");
    }

    @Test
    void publicReportContainsNoSmallCountOrNumber() {
        String[] numbers =
                IntStream.range(0, 6).mapToObj("1381066%04d"::formatted).toArray(String[]::new);
        for (int i = 0; i < numbers.length; i++) {
            PortalVisitor one = new PortalVisitor(portal).prove(numbers[i]);
            one.post("/choose/confirm", choice());
            if (i < 3) {
                one.complain(Map.of("day", "2026-11-20", "time", "08:00", "insurer", "YUNHE"));
            }
        }
        portal.clock().set("2026-12-02T09:00:00+08:00");

        String page = holder.get("/supervision").body();
        String table = holder.get("/supervision.csv").body();

        assertThat(table)
                .startsWith("month,insurer,registered,complaints,upheld,median_workdays\n2026-11,,")
                .containsPattern("\n?2026-11,,([6-9]|[1-9][0-9]),,,\n")
                .contains("2026-11,YUNHE,,<5,0,–\n", "2026-10,,0,,,\n")
                .doesNotContain("2026-12");
        assertThat(page)
                .contains("1 to 4", "— ", "云河人寿", "November 2026", "the association decided that")
                .contains("Open a month", "How to read this")
                .doesNotContain("&lt;5", "Days to answer")
                .doesNotContain(numbers)
                .doesNotContain("October 2026");
        assertThat(holder.get("/supervision").headers().map().toString()).doesNotContain("Location");
        try (Browser browser = Browser.open(portal.url(), "zh")) {
            browser.narrow();
            browser.goTo("/supervision?lang=zh").unfold("2026年11月各家公司");
            browser.picture("portal-supervision-data-zh-narrow");
            assertThat(browser.text()).contains("云河人寿");
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.overhang()).isNotPositive();
        }
    }

    @Test
    void onlyTheConsumerWithdrawsAComplaint() {
        String complaint = next(holder.prove(number).complain(PortalVisitor.call("2026-11-23")));
        PortalVisitor stranger = new PortalVisitor(portal).prove("13810674321");
        assertThat(next(stranger.post(complaint + "/withdraw", Map.of()))).isEqualTo(complaint);
        assertThat(stranger.get(complaint).statusCode()).isEqualTo(404);
        assertThat(holder.get(complaint).body()).contains("Withdraw the complaint", "Received");

        assertThat(next(holder.post(complaint + "/withdraw", Map.of()))).isEqualTo(complaint);

        assertThat(holder.get(complaint).body())
                .contains("Closed", "You have withdrawn the complaint")
                .doesNotContain("Yes, withdraw it");
        long events = events();
        assertThat(next(holder.post(complaint + "/withdraw", Map.of()))).isEqualTo(complaint);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void complaintIsSupplementedByItsConsumerAloneUntilItIsClosed() {
        String complaint = next(holder.prove(number).complain(PortalVisitor.call("2026-11-22")));
        CaseNumber ofCase = new CaseNumber(complaint.substring(complaint.lastIndexOf('/') + 1));
        Map<String, String> words = Map.of("words", "They called again, from 010-65554321.");
        PortalVisitor stranger = new PortalVisitor(portal).prove("13810674321");
        assertThat(next(stranger.post(complaint + "/supplement", words))).isEqualTo(complaint);

        assertThat(next(holder.post(complaint + "/supplement", words))).isEqualTo(complaint + "?added");
        assertThat(next(holder.post(complaint + "/supplement", words))).isEqualTo(complaint + "?added");
        assertThat(holder.get(complaint + "?added").body()).contains("was added to your complaint");
        assertThat(holder.post(complaint + "/supplement", Map.of("words", " ")).body())
                .contains("Write what you want to add.", "id=\"words-error\"");
        assertThat(holder.post(complaint + "/supplement", Map.of("words", "x".repeat(501)))
                        .body())
                .contains("500 characters or fewer", "x".repeat(501));

        assertThat(wordsOf(ofCase)).endsWith(": They called again, from 010-65554321.");
        holder.post(complaint + "/withdraw", Map.of());
        assertThat(next(holder.post(complaint + "/supplement", Map.of("words", "Too late"))))
                .isEqualTo(complaint);
        assertThat(wordsOf(ofCase)).doesNotContain("Too late");
    }

    private static String wordsOf(CaseNumber number) {
        return portal.exchange()
                .bean(Cases.class)
                .show(number, Actor.batch(), "a test")
                .reported()
                .orElseThrow()
                .words();
    }

    private static long events() {
        return portal.exchange()
                .bean(JdbcClient.class)
                .sql("select count(*) from call_case_event where state = 'CLOSED' and reason like '%withdraws%'")
                .query(Long.class)
                .single();
    }

    /** Returns the link to the other language. */
    private static String languageLink(HttpResponse<String> page) {
        Matcher link = Pattern.compile("class=\"language\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(link.group(1));
    }

    /** Returns the fields of the language button. */
    private static Map<String, String> replay(String page) {
        String form = page.substring(page.indexOf("<form"), page.indexOf("</form>"));
        assertThat(form).contains("<button class=\"language\" type=\"submit\" name=\"lang\" value=\"zh\"");
        Map<String, String> fields = new TreeMap<>(Map.of("lang", "zh"));
        Matcher field = Pattern.compile("name=\"([a-z]+)\" value=\"([^\"]*)\">").matcher(form);
        while (field.find()) {
            fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
        }
        return fields;
    }
}
