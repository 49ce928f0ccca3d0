package jinbo.operator.cli;

import static jinbo.operator.cli.TestConsole.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.sanction.ProposeDueSanctions;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.testing.Browser;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days at the console, in a real browser: what people read, press and get. Pictures of it lie in {@code target/console-pictures}. */
class ConsoleStoryIT {

    private static final Path KEYS = Path.of("keys-sample").toAbsolutePath();

    @TempDir
    private Path folder;

    private TestConsole console;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        console = TestConsole.open(folder);
        browser = Browser.open(console.url(), "en");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        console.close();
    }

    @Test
    void aHeldFileIsReleasedByTwoOperatorsAndItsWholeCourseCanBeRead() {
        Steps steps = new Steps();
        steps.take("an operator sees that a file is held", () -> {
            signIn("zhao");
            assertThat(browser.text()).contains("Blocked now", "云河人寿", "Review 1 held file from 云河人寿");
            browser.picture("overview-en");
        });
        steps.take("the operator reads why", () -> {
            browser.follow("Review 1 held file").picture("held-file-en");
            assertThat(browser.text())
                    .contains("MOBILE_MALFORMED", "92.3 %", "Release or refuse", "at most 1 of 13 rows");
        });
        steps.take("the operator asks for its release", () -> {
            browser.type("decision-reason", "the insurer has confirmed it by telephone")
                    .press("Release");
            assertThat(browser.told()).contains("Done", TestConsole.HELD, "second person");
        });
        steps.take("the request waits for another person", () -> {
            assertThat(browser.goTo("/requests?show=mine").text()).contains("My requests 1", TestConsole.HELD);
            browser.goTo("/requests/1");
            assertThat(browser.text())
                    .contains("赵静 (zhao) asks to release a held file", "MOBILE_MALFORMED")
                    .contains("Another person must confirm it");
            signOut();
        });
        steps.take("another operator confirms it", () -> {
            signIn("sun");
            browser.follow("Requests 1")
                    .goTo("/requests/1")
                    .picture("request-en")
                    .press("Confirm");
            assertThat(browser.told()).contains("Done", TestConsole.HELD);
        });
        steps.take("the course of the file can be read", () -> {
            browser.goTo("/files/" + file(TestConsole.HELD).id()).picture("file-en");
            assertThat(browser.text())
                    .contains(
                            "partly accepted",
                            "by zhao, confirmed by sun",
                            "“the insurer has confirmed it by telephone”",
                            "Collected · by batch",
                            "Released · by zhao + sun",
                            "Interim receipt (held) delivered",
                            "Receipt delivered",
                            "ingest after release · by zhao + sun · access log: ");
            assertThat(browser.text()).contains("Withdraw this upload").doesNotContain("13810001237");
        });
    }

    @Test
    void anInsurerIsLedIntoTheExchangeStepByStep() {
        Steps steps = new Steps();
        steps.take("an officer asks for a new insurer", () -> {
            signIn("wang");
            browser.follow("Insurers")
                    .follow("Add an insurer")
                    .type("code", "CHANGQING")
                    .type("full-name", "长青人寿")
                    .tick("line", "LIFE")
                    .type("sshKey", KEYS.resolve("CHANGQING.ssh.pub").toString())
                    .type("reason", "has asked to join")
                    .press("Send for confirmation");
            assertThat(browser.told()).contains("Done", "CHANGQING");
        });
        steps.take("another officer confirms it, and the next steps are shown", () -> {
            confirmAs("li", 1);
            browser.goTo("/insurers/CHANGQING").picture("onboarding-en");
            assertThat(browser.text())
                    .contains("2 of 8 steps", "Accept the certificate", "your turn", "joining, 2 of 8");
            assertThat(browser.text())
                    .contains(
                            "4. Record both agreements for an operator", "7. Deliver the first list waits for step 3");
            assertThat(browser.text()).as("told once, as steps").doesNotContain("Problems");
            assertThat(browser.count("#step-certificate[open]")).isEqualTo(1);
            assertThat(browser.goTo("/insurers").text()).contains("joining, 2 of 8");
            browser.goTo("/insurers/CHANGQING");
        });
        steps.take("an officer adds a certificate", () -> {
            browser.type("certificate", KEYS.resolve("CHANGQING.public.asc").toString())
                    .type("certificate-reason", "fingerprint compared by telephone")
                    .send("/certificate");
            assertThat(browser.told()).contains("Done");
        });
        steps.take("another officer confirms it", () -> {
            confirmAs("wang", 2);
            assertThat(browser.told()).contains("CHANGQING");
        });
        steps.take("an operator records the agreements", () -> {
            reenter("zhao");
            browser.goTo("/insurers/CHANGQING")
                    .day("selfDiscipline", "2026-01-01")
                    .day("confidentiality", "2026-01-01")
                    .type("agreements-reason", "both are signed")
                    .send("/agreements");
            assertThat(browser.told()).contains("Done");
        });
        steps.take("another operator confirms them", () -> confirmAs("sun", 3));
        steps.take("the drop is checked", () -> {
            browser.goTo("/insurers/CHANGQING").send("/check");
            assertThat(browser.told()).contains("Done");
        });
        steps.take("a first run collects its uploads", () -> {
            browser.send("/run");
            browser.reloadUntil("/runs", "· Done");
        });
        steps.take("the insurer takes part", () -> {
            browser.goTo("/insurers/CHANGQING").picture("onboarded-en");
            assertThat(browser.unfold("5 of 8 steps").text()).contains("Both agreements in force");
        });
    }

    @Test
    void anUploadComesInBeforeOnesEyes() {
        Steps steps = new Steps();
        steps.take("an upload arrives", () -> console.upload());
        steps.take("an operator collects uploads", () -> {
            signIn("zhao");
            browser.goTo("/insurers/YUNHE").press("Collect uploads");
            browser.reloadUntil("/runs", "· Done");
        });
        steps.take("the upload is accepted and its receipt delivered", () -> {
            browser.follow("Files");
            assertThat(browser.text()).contains(TestConsole.COMING, "accepted");
            browser.follow(TestConsole.COMING).picture("upload-came-in-en");
            assertThat(browser.text()).contains("Receipt delivered");
        });
    }

    @Test
    void anAuditorSearchesTheLogAndHoldsTheProofOfAnEntry() {
        signIn("he");
        browser.follow("Access log").type("by-object", TestConsole.TAKEN_IN).press("Show");
        assertThat(browser.text()).contains("ingest", "batch", TestConsole.TAKEN_IN);
        browser.picture("log-en");

        assertThat(browser.goTo("/log").text())
                .contains("Insurer added", "Insurer changed", "Line of business of an insurer added", "Password added")
                .contains("Person added", "Person changed")
                .doesNotContain("RECORDED", "the record after the decision");

        browser.goTo("/log/0").picture("proof-en");
        assertThat(browser.text())
                .contains("Access log entry 0", "Insurer added", "Verified: this entry is in the log")
                .doesNotContain("DECIDE");
        assertThat(browser.unfold("As recorded").text()).contains("DECIDE");
        browser.unfold("Show the proof");
        assertThat(browser.text()).contains("c2sp.org/tlog-proof@v1");
        assertThat(browser.follow("Access log entry 1").path()).isEqualTo("/log/1");
        assertThat(browser.unfold("As recorded").text()).contains("RECORDED");
        assertThat(browser.follow("Access log entry 0").follow("Next entry").path())
                .isEqualTo("/log/1");
    }

    @Test
    void anOperatorFindsAnExecutionByItsFileAndClosesALineInItsRow() {
        Steps steps = new Steps();
        signIn("zhao");
        steps.take("executions are a table that leads to files and steps", () -> {
            browser.goTo("/executions");
            assertThat(browser.text())
                    .contains(TestConsole.TAKEN_IN, TestConsole.HELD, "Publish lists", "云河人寿")
                    .doesNotContain("manual-");
            browser.follow("Collect uploads").picture("execution-en");
            assertThat(browser.text())
                    .contains("Collect uploads: " + TestConsole.HELD, "Check the file and ingest its rows held")
                    .doesNotContain("inbound-file=");
            assertThat(browser.unfold("Technical details").text()).contains("inbound-file=");
            browser.follow("Review the held file");
            assertThat(browser.path()).startsWith("/files/");
            assertThat(browser.goTo("/runs").text())
                    .contains("Last ten executions", TestConsole.HELD, "Ask the administrator of the server")
                    .containsPattern("Last run: [-0-9]+ [:0-9]+ (held|done) Steps");
            assertThat(browser.goTo("/executions?status=FAILED").text()).contains("No results.");
            assertThat(browser.goTo("/executions?status=HELD").text())
                    .contains(TestConsole.HELD)
                    .doesNotContain(TestConsole.TAKEN_IN);
            assertThat(browser.goTo("/executions?status=COMPLETED").text())
                    .contains(TestConsole.TAKEN_IN)
                    .doesNotContain(TestConsole.HELD);
        });
        steps.take("a line of business is closed without typing its code", () -> {
            browser.goTo("/lines").follow("Close this line…").picture("lines-close-en");
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.text()).contains("(LIFE)", "Insurers that sell it now: YUNHE");
            browser.follow("Cancel");
            assertThat(browser.text()).doesNotContain("Insurers that sell it now");
            browser.follow("Close this line…")
                    .day("on", "2026-12-24")
                    .type("form-reason", "merged")
                    .send("/lines/close");
            assertThat(browser.told()).contains("Done", "LIFE", "second person");
        });
        steps.take("a sales unit is added, bound and closed in its row", () -> {
            browser.goTo("/units").follow("Add a sales unit").picture("units-add-en");
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.text())
                    .contains("Add a sales unit", "With one, a second person must confirm")
                    .doesNotContain("No sales units yet");
            browser.choose("insurer", "YUNHE")
                    .choose("kind", "BRANCH")
                    .type("unit", "BJ-01")
                    .type("unit-name", "北京分公司")
                    .type("add-reason", "calls from January")
                    .press("Add this sales unit");
            assertThat(browser.told())
                    .contains("北京分公司 (BJ-01) was added. It may not receive the list")
                    .doesNotContain("BRANCH", "unit agree");
            browser.follow("Record the agreement").picture("units-actions-en");
            assertThat(browser.inaccessible()).isEmpty();
            browser.day("agreed", "2999-01-01").type("form-reason", "signed").send("/units/agree");
            assertThat(browser.told()).contains("Not done");
            assertThat(browser.text()).as("the form is open again").contains("Record the confidentiality agreement of");
            browser.follow("Close this unit…").picture("units-close-en");
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.text()).doesNotContain("Record the confidentiality agreement of");
            browser.press("Close this sales unit");
            assertThat(browser.told()).contains("Done", "北京分公司 (BJ-01) is closed");
            assertThat(browser.text()).doesNotContain("Close this sales unit");
        });
    }

    @Test
    void itIsReadInChineseOnATelephoneAndByWhoCannotSeeIt() {
        Steps steps = new Steps();
        steps.take("the page to sign in is accessible, and a fault would be found", () -> {
            assertThat(browser.goTo("/sign-in").inaccessible()).isEmpty();
            assertThat(browser.without("label").inaccessible())
                    .as("axe sees what is wrong")
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("label:");
        });
        steps.take("each page is accessible and fits a telephone in both languages", () -> {
            signIn("zhao");
            for (String language : List.of("en", "zh")) {
                for (String page : TestConsole.PAGES) {
                    String name =
                            (page.length() == 1 ? "overview" : page.substring(1).replaceAll("[/?=]", "-")) + "-"
                                    + language;
                    browser.goTo(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                    browser.inEachAppearance(name, picture -> {
                        assertThat(browser.overhang()).as(picture).isNotPositive();
                        if (!picture.contains("narrow")) {
                            assertThat(browser.inaccessible()).as(picture).isEmpty();
                        }
                    });
                }
            }
        });
        steps.take(
                "without requests the list of all says so, without a link to itself",
                () -> assertThat(browser.goTo("/requests?show=all&lang=en").text())
                        .contains("No requests yet", "My requests 0")
                        .doesNotContain("Show all"));
        steps.take(
                "the overview is in Chinese",
                () -> assertThat(browser.goTo("/?lang=zh").text()).contains("需立即处理", "审核云河人寿的 1 个待核文件"));
    }

    @Test
    void whatOthersSeeAndWhatIsAnsweredIsReadableByAllAsWell() {
        Steps steps = new Steps();
        steps.take("the pages of an officer are accessible", () -> {
            signIn("wang");
            assertThat(browser.goTo("/insurers/new").inaccessible()).isEmpty();
            assertThat(browser.goTo("/lines").inaccessible()).isEmpty();
            assertThat(browser.goTo("/insurers/YUNHE").inaccessible()).isEmpty();
            assertThat(browser.goTo("/files/99999").inaccessible()).isEmpty();
        });
        steps.take("so is the answer to an operator", () -> {
            reenter("zhao");
            browser.goTo("/files/" + file(TestConsole.HELD).id())
                    .type("decision-reason", "confirmed by telephone")
                    .press("Release");
            assertThat(browser.inaccessible()).isEmpty();
        });
        steps.take("so is a request of somebody else", () -> {
            reenter("sun");
            assertThat(browser.goTo("/requests/1").inaccessible()).isEmpty();
        });
        steps.take("so is the answer to an auditor, which shows no number", () -> {
            reenter("he");
            browser.goTo("/number")
                    .type("number", "13810001234")
                    .type("reason", "the consumer asks")
                    .press("Check number")
                    .picture("number-answered-en");
            assertThat(browser.text()).contains("YUNHE").doesNotContain("13810001234");
            assertThat(browser.inaccessible()).isEmpty();
        });
    }

    @Test
    void aComplaintIsDecidedOnItsEvidenceByTwoAndWhatFollowsIsImposed() {
        Steps steps = new Steps();
        CaseNumber number = steps.take("a consumer complains", () -> console.complaint("13810001238"));
        steps.take("the insurer answers", () -> console.becomes(number, CaseState.ANSWERED));
        steps.take("an operator opens the case", () -> {
            signIn("zhao");
            browser.follow("Complaints");
            assertThat(browser.text()).contains("answered 1", "overdue 0").doesNotContain("open 0");
            browser.type("by-number", number.value().toLowerCase(Locale.ROOT)).press("Show");
            assertThat(browser.path()).isEqualTo("/cases/" + number);
            assertThat(browser.text()).contains("云河人寿 (YUNHE)", "Not opened yet.");
            assertThat(browser.inaccessible()).isEmpty();
        });
        steps.take("its evidence is shown with a proposal", () -> {
            browser.type("open-reason", "it is to be decided")
                    .press("Open complaint and evidence")
                    .picture("case-evidence-en");
            assertThat(browser.text())
                    .contains("The evidence", "source: case " + number, "Proposal:", "Not blocked")
                    .contains("open · by the consumer", "proven by entry", "the association's rules for complaints")
                    .doesNotContain("settings jinbo", "State since", "Due on");
            assertThat(browser.inaccessible()).isEmpty();
            browser.narrow();
            assertThat(browser.overhang()).isZero();
            browser.wide();
        });
        steps.take("the operator asks for a decision", () -> {
            browser.type("decide-reason", "by the evidence").send("/decide");
            assertThat(browser.told()).contains("Done", number.value(), "NOT_BLOCKED", "second person");
        });
        steps.take("another operator confirms it, and the case can be contested", () -> {
            reenter("sun");
            browser.goTo("/requests/1").picture("request-1-closed-en");
            assertThat(browser.text())
                    .contains("Not blocked: the number was not blocked", "Open the evidence above first")
                    .doesNotContain("Takes effect immediately");
            assertThat(browser.inaccessible()).isEmpty();
            browser.type("open-reason", "it is to be confirmed")
                    .send("/evidence")
                    .picture("request-1-en");
            assertThat(browser.text()).contains("source: case " + number, "Proposal:");
            assertThat(browser.inaccessible()).isEmpty();
            browser.press("Confirm");
            assertThat(browser.told()).contains("Done");
            browser.goTo("/cases/" + number + "?lang=zh").picture("case-decided-zh");
            assertThat(browser.text())
                    .contains("不成立", "未禁拨", "赵静 (zhao)", "由 孙伟 (sun) 复核", "by the evidence")
                    .contains("可提出异议至", "提出异议")
                    .as("the evidence is folded")
                    .doesNotContain("出处：");
            assertThat(browser.unfold("项事实").text()).contains("出处：案件 " + number);
            assertThat(browser.inaccessible()).isEmpty();
        });
        List<CaseNumber> upheld = steps.take(
                "two more cases are upheld",
                () -> List.of(console.upheld("13810001235"), console.upheld("13810001236")));
        long sanction = steps.take(
                "a sanction is proposed",
                () -> console.get(ProposeDueSanctions.class).run().get(0).id());
        steps.take("the console shows it with its cases", () -> {
            assertThat(browser.goTo("/?lang=en").text()).contains("Impose or refuse 1 sanction");
            browser.goTo("/sanctions").picture("sanctions-with-forms-en");
            assertThat(browser.text())
                    .contains(upheld.get(0).value(), upheld.get(1).value(), "proposed")
                    .contains("from 2026-11-25 until 2027-02-24 (included)", "Based on 2 upheld cases");
            assertThat(browser.inaccessible()).isEmpty();
        });
        steps.take("an operator asks to impose it", () -> {
            browser.type("reason-" + sanction, "it was earned").press("Impose");
            assertThat(browser.told()).contains("Done", "Sanction " + sanction, "second person");
        });
        steps.take("another operator confirms it", () -> {
            reenter("zhao");
            assertThat(browser.goTo("/requests/2").text())
                    .contains("no sales calls to people who are not its customers", "2027-02-24")
                    .contains(upheld.get(0).value() + " (Violation");
            assertThat(browser.inaccessible()).isEmpty();
            browser.picture("request-2-en").press("Confirm");
            assertThat(browser.told()).contains("Done");
            assertThat(browser.goTo("/sanctions").text()).contains("imposed");
        });
    }

    @Test
    void theNavigationTakesOneLineWithWhatWaitsAndFoldsOnATelephone() {
        signIn("zhao");
        browser.goTo("/files/" + file(TestConsole.HELD).id())
                .type("decision-reason", "confirmed by telephone")
                .press("Release");
        reenter("sun");
        for (String language : List.of("en", "zh")) {
            browser.goTo("/?lang=" + language);
            assertThat(browser.count("header .badge.is-OPEN"))
                    .as("in the bar and in the menu")
                    .isEqualTo(2);
            assertThat(browser.height("header")).as(language).isLessThan(60);
            browser.narrow();
            assertThat(browser.height("header")).as(language + ", narrow").isLessThan(60);
            browser.wide();
        }
        browser.goTo("/?lang=en");
    }

    @Test
    void theKeyboardComesToTheContentAtOnce() {
        signIn("zhao");
        browser.goTo("/").tab();

        assertThat(browser.focused()).isEqualTo("Skip to the content");
    }

    private void signIn(String name) {
        browser.goTo("/sign-in")
                .type("name", name)
                .type("password", passwordOf(name))
                .press("Sign in");
        assertThat(browser.path()).isEqualTo("/");
    }

    private void signOut() {
        browser.press("Sign out");
        assertThat(browser.text()).contains("You are signed out.");
    }

    private void reenter(String name) {
        signOut();
        signIn(name);
    }

    private void confirmAs(String name, int request) {
        reenter(name);
        browser.goTo("/requests/" + request)
                .picture("request-" + request + "-en")
                .press("Confirm");
        assertThat(browser.told()).contains("Done");
    }

    private InboundFile file(String name) {
        return console.get(InboundFiles.class).newest(new InsurerCode("YUNHE"), 10).stream()
                .filter(file -> file.shownName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
