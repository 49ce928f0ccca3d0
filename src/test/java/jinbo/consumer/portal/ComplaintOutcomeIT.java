package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.call;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jinbo.cases.CaseRuling;
import jinbo.consumer.ConsentText;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.Browser;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consumers can read the outcome of a complaint, the next step and how to appeal. */
class ComplaintOutcomeIT {

    private static final String UNTIL = "2026-12-08";

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int numbers;

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(
                folder,
                Map.of(
                        "jinbo.portal.contact",
                        "010-65550000",
                        "jinbo.portal.hotline",
                        "010-65550001",
                        "jinbo.consumer.codes-per-address",
                        "200"));
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VIOLATION,        The insurer broke the rules,               保险公司违规了",
        "GRACE,            before the first day of your block,        禁拨生效之前",
        "SERVICE_CALL,     about a policy in force that you bought by telephone, 为您经电话投保、仍在有效期内的保单打来的",
        "NOT_TOLD_IN_TIME, had not been notified of it in time,       没能及时知道",
        "NOT_BLOCKED,      there was no block of your number,         对这家公司没有有效的禁拨",
        "NOT_ITS_CALL,     cannot be shown that the call was,         无法证明这个电话是这家保险公司打来的",
        "FILED_TWICE,      another complaint about the same call,     对这个电话还有另一件投诉"
    })
    void eachOutcomeIsToldInPlainWordsInBothLanguages(CaseRuling ruling, String english, String chinese) {
        PortalVisitor holder = holder();
        String complaint = complain(holder);
        decide(complaint, ruling);
        boolean upheld = ruling == CaseRuling.VIOLATION;

        assertThat(holder.get(complaint).body())
                .contains(english, (upheld ? "The insurer" : "You") + " can contest the decision until 8 December 2026")
                .contains(upheld ? english : "010-65550000")
                .doesNotContain(upheld ? "You can contest" : "The insurer can contest")
                .doesNotContain("reason of who decided", "words of the insurer", "zhao", ruling.name());
        assertThat(holder.get(complaint + "?lang=zh").body())
                .contains(chinese, "在2026年12月8日前（含当日），" + (upheld ? "保险公司" : "您") + "可对结果提出异议")
                .doesNotContain("reason of who decided", "words of the insurer");
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCK,         Your number was blocked for such calls,  in the hours in which nobody",
        "HOURS,         in the hours in which nobody, Your number was blocked for such calls",
        "'BLOCK,HOURS', Your number was blocked for such calls,  without your consent",
        "'BLOCK,HOURS', in the hours in which nobody, without your consent"
    })
    void whichRuleWasBrokenIsTold(String grounds, String told, String notTold) {
        PortalVisitor holder = holder();
        String complaint = complain(holder);
        decision(complaint, CaseRuling.VIOLATION, grounds);
        event(complaint, "UPHELD", Optional.of(UNTIL));

        assertThat(holder.get(complaint).body()).contains(told).doesNotContain(notTold);
    }

    @Test
    void showsNextStepAndDeadlineInEachState() {
        Steps steps = new Steps();
        PortalVisitor holder = holder();
        String complaint = complain(holder);
        steps.take(
                "the complaint is new",
                () -> assertThat(holder.get(complaint).body())
                        .contains("The association asks the insurer.", "By 26 November 2026 at the latest")
                        .doesNotContain("What was decided"));
        steps.take("the insurer is asked", () -> {
            event(complaint, "SENT", Optional.of(UNTIL));
            assertThat(holder.get(complaint).body())
                    .contains("The insurer must answer.", "By 8 December 2026 at the latest");
        });
        steps.take("the insurer has answered", () -> {
            event(complaint, "ANSWERED", Optional.of("2026-11-23"));
            assertThat(holder.get(complaint).body())
                    .contains("a second one confirms it", "should have been done by 23 November 2026");
        });
        steps.take("the case is dismissed and contested", () -> {
            decide(complaint, CaseRuling.GRACE);
            event(complaint, "APPEALED", Optional.of(UNTIL));
            assertThat(holder.get(complaint).body())
                    .contains("The earlier decision", "before the first day", "The decision was contested")
                    .doesNotContain("can contest");
        });
        steps.take("another insurer is asked", () -> {
            event(complaint, "SENT", Optional.of(UNTIL));
            assertThat(holder.get(complaint).body())
                    .contains("The earlier decision")
                    .doesNotContain("What was decided");
        });
        steps.take("the complaint is upheld", () -> {
            decision(complaint, CaseRuling.VIOLATION, "BLOCK");
            event(complaint, "UPHELD", Optional.of(UNTIL));
            assertThat(holder.get(complaint).body())
                    .contains("The insurer broke the rules", "The insurer can contest the decision")
                    .doesNotContain("You can contest", "before the first day");
        });
        steps.take("it is contested and upheld again", () -> {
            event(complaint, "APPEALED", Optional.of(UNTIL));
            event(complaint, "UPHELD", Optional.of(UNTIL));
            assertThat(holder.get(complaint).body())
                    .contains("The insurer broke the rules", "this decision is final")
                    .doesNotContain("can contest");
        });
        steps.take("the case is closed", () -> {
            event(complaint, "CLOSED", Optional.empty());
            assertThat(holder.get(complaint).body())
                    .contains("The insurer broke the rules", "There are no further steps.");
        });
    }

    @Test
    void offersNoAppealAfterTheDeadline() {
        PortalVisitor holder = holder();
        String complaint = complain(holder);
        decision(complaint, CaseRuling.NOT_BLOCKED, "");
        event(complaint, "DISMISSED", Optional.of("2026-11-23"));

        assertThat(holder.get(complaint).body())
                .contains("could be contested are over")
                .doesNotContain("can contest", "should have been done");
    }

    @Test
    void showsInsurerOnceItIsKnown() {
        PortalVisitor holder = holder();
        String complaint = next(holder.complain(call("2026-11-23")));

        assertThat(holder.get(complaint).body()).contains("finds out which insurer made the call", "Not known yet");
        sql(
                "insert into call_case_party (call_case, insurer, at, actor) select id, 'YUNHE', now(), 'zhao'"
                        + " from call_case where number = ?",
                number(complaint));
        assertThat(holder.get(complaint).body()).contains("The association asks the insurer.", "云河人寿");
    }

    @Test
    void lineIsOptional() {
        PortalVisitor holder = holder();
        assertThat(holder.get("/complain?lang=zh").body()).contains("推销的是哪种保险？", "车险", "其他财产险");
        assertThat(holder.get("/complain?lang=en").body())
                .contains("What kind of insurance was it about?", "Life and health insurance", "Motor insurance");

        String known = next(holder.complain(callAbout("", "MOTOR")));
        String unknown = next(holder.complain(callAbout("YUNHE", "")));
        String madeUp = next(holder.complain(callAbout("", "PETS")));

        assertThat(holder.get(known).body()).contains("Kind of insurance", "Motor insurance");
        assertThat(holder.get(known + "?lang=zh").body()).contains("所涉险种", "车险");
        assertThat(List.of(
                        holder.get(unknown + "?lang=en").body(),
                        holder.get(madeUp).body()))
                .allSatisfy(body -> assertThat(body)
                        .containsPattern("<dt>Kind of insurance</dt><dd>Not sure</dd>")
                        .contains("Insurance was offered"));
    }

    @Test
    void refusesLineThatTheInsurerNeverSoldInTheForm() {
        PortalVisitor holder = holder();
        long before = cases();

        assertThat(holder.complain(callAbout("YUNHE", "MOTOR")).body())
                .contains("This insurer has never sold this kind of insurance.")
                .containsPattern("value=\"YUNHE\" selected")
                .containsPattern("value=\"MOTOR\" selected");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void findsOwnCasesByTypedNumber() {
        PortalVisitor holder = holder();
        PortalVisitor other = holder();
        String complaint = complain(holder);
        String typed = number(complaint).toLowerCase(Locale.ROOT).replace("-", " ");

        assertThat(next(holder.post("/complaints", Map.of("number", typed)))).isEqualTo(complaint);
        assertThat(other.post("/complaints", Map.of("number", typed)).body())
                .contains("There is no complaint with this case number from your mobile number");
        assertThat(holder.post("/complaints", Map.of("number", "13810001234")).body())
                .contains("That is not a case number")
                .doesNotContain("13810001234");
        assertThat(next(new PortalVisitor(portal).post("/complaints", Map.of("number", typed))))
                .isEqualTo("/?again");
    }

    @Test
    void requiresConsentAndLogsItsVersion() {
        PortalVisitor holder = holder();
        Map<String, String> without = new HashMap<>(call("2026-11-23"));
        without.remove("consent");
        without.put("form", UUID.randomUUID().toString());
        long before = cases();

        HttpResponse<String> refused = holder.post("/complain", without);
        without.put("consent", ConsentText.VERSION);
        HttpResponse<String> another = holder.post("/complain", without);

        assertThat(List.of(refused.body(), another.body()))
                .allSatisfy(body -> assertThat(body).contains("Without your consent the insurer cannot be asked"));
        assertThat(cases()).isEqualTo(before);
        complain(holder);
        assertThat(portal.exchange()
                        .sql()
                        .sql("select purpose from access_log_entry where action = 'COMPLAIN' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("the holder complains about a call, with consent to the wording complaint-2026-11-lines");
    }

    /** Saves pictures in {@code target/console-pictures}. */
    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "zh, false", "zh, true"})
    void aDecidedCaseIsFoundAndReadInABrowser(String language, boolean onATelephone) {
        Steps steps = new Steps();
        String number = nextNumber();
        PortalVisitor holder = new PortalVisitor(portal).prove(number);
        String complaint = steps.take("a holder complains", () -> complain(holder));
        steps.take("the case is decided", () -> {
            decide(complaint, CaseRuling.VIOLATION);
            portal.clock().set("2026-11-24T10:00:00+08:00");
        });
        try (Browser browser = Browser.open(portal.url(), "en")) {
            steps.take("the holder comes in a browser", () -> {
                if (onATelephone) {
                    browser.narrow();
                }
                browser.goTo("/?lang=en")
                        .type("number", number)
                        .tick("to", "mine")
                        .press("Send me a code");
                browser.type("code", portal.gateway().codeFor(number)).press("Continue");
            });
            String kind = language + (onATelephone ? "-narrow" : "");
            steps.take("every page is accessible", () -> {
                for (String page : List.of("/complain", "/complaints", complaint, "/privacy")) {
                    browser.goTo(page + "?lang=" + language);
                    String name =
                            "portal-outcome-" + page.split("/")[1] + (page.contains("C2026") ? "-one-" : "-") + kind;
                    browser.picture(name);
                    assertThat(browser.inaccessible()).as(name).isEmpty();
                    assertThat(browser.overhang()).as(name).isZero();
                }
            });
            steps.take("the decision is found", () -> {
                browser.goTo("/complaints?lang=en")
                        .unfold("Find a complaint by its number")
                        .type("number", number(complaint))
                        .press("Show it");
                assertThat(browser.path()).isEqualTo(complaint);
                assertThat(browser.text()).contains("Your complaint is upheld", "The insurer broke the rules");
            });
        } finally {
            portal.clock().set(TestPortal.NOW);
        }
    }

    private static PortalVisitor holder() {
        return new PortalVisitor(portal).prove(nextNumber());
    }

    private static String nextNumber() {
        return Long.toString(13810005000L + ++numbers);
    }

    private static String complain(PortalVisitor holder) {
        Map<String, String> fields = new HashMap<>(call("2026-11-23"));
        fields.put("insurer", new InsurerCode("YUNHE").value());
        return next(holder.complain(fields));
    }

    private static Map<String, String> callAbout(String insurer, String line) {
        Map<String, String> fields = new HashMap<>(call("2026-11-23"));
        fields.put("insurer", insurer);
        fields.put("line", line);
        return fields;
    }

    private static void decide(String complaint, CaseRuling ruling) {
        decision(complaint, ruling, ruling == CaseRuling.VIOLATION ? "BLOCK" : "");
        event(complaint, ruling.decided().name(), Optional.of(UNTIL));
    }

    private static void decision(String complaint, CaseRuling ruling, String grounds) {
        sql(
                "insert into call_case_decision (call_case, ruling, grounds, reason, evidence_sha256, decided_by, at)"
                        + " select id, ?, ('{' || ? || '}')::text[], 'reason of who decided', repeat('0', 64), 'zhao', now()"
                        + " from call_case where number = ?",
                ruling.name(),
                grounds,
                number(complaint));
    }

    private static void event(String complaint, String state, Optional<String> dueOn) {
        sql(
                "insert into call_case_event (call_case, state, at, actor, due_on, calendar_version)"
                        + " select id, ?, now(), 'zhao', ?::date, ? from call_case where number = ?",
                state,
                dueOn.orElse(null),
                dueOn.map(day -> "a test's").orElse(null),
                number(complaint));
    }

    private static String number(String complaint) {
        return complaint.substring("/complaints/".length());
    }

    private static long cases() {
        return portal.exchange().count("call_case");
    }

    private static void sql(String statement, Object... values) {
        portal.exchange().sql().sql(statement).params(values).update();
    }
}
