package jinbo.operator.cli;

import static jinbo.operator.cli.TestConsole.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What people come to the console for, with how many clicks it takes from the first page on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleTasksIT {

    private static final Path KEYS = Path.of("keys-sample").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static TestConsole console;
    private static Browser browser;

    private int clicks;

    @BeforeAll
    static void open() throws IOException {
        console = TestConsole.open(folder);
        browser = Browser.open(console.url(), "en");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        console.close();
    }

    @Test
    @Order(1)
    void anOperatorAsksForTheReleaseOfAHeldFileWithTwoClicksAndAReason() {
        signIn("zhao");

        follow("Review 1 held file from 云河人寿");
        assertThat(browser.text())
                .as("what is decided on stands beside the decision")
                .contains("Many rows are faulty", "MOBILE_MALFORMED", "12", "92.3 %", "3, 4, 5, 6, 7 and 7 more")
                .doesNotContain("0101234567");
        browser.type("decision-reason", "the insurer has confirmed it by telephone");
        press("Release");

        assertThat(clicks).isEqualTo(2);
        assertThat(browser.told()).contains("waits for a second person");
    }

    @Test
    @Order(2)
    void anotherOperatorConfirmsItWithTwoClicks() {
        signIn("sun");

        follow("Decide or check 1 request");
        assertThat(browser.text())
                .contains(
                        "赵静 (zhao) asks to release a held file",
                        "the insurer has confirmed it by telephone",
                        TestConsole.HELD,
                        "MOBILE_MALFORMED",
                        "92.3 %");
        press("Confirm");

        assertThat(clicks).isEqualTo(2);
        assertThat(browser.told()).contains("Done", "confirmed by sun", TestConsole.HELD);
    }

    @Test
    @Order(3)
    void whetherAnInsurerCouldCallANumberOnADayIsAskedInOneForm() {
        signIn("he");
        browser.goTo("/number")
                .choose("insurer", "YUNHE")
                .type("number", "13810001234")
                .choose("line", "LIFE")
                .day("date", "2026-11-24")
                .type("reason", "the consumer asks");

        press("Check number");

        assertThat(clicks).isEqualTo(1);
        assertThat(browser.text())
                .contains(
                        "Calls allowed Result for 2026-11-24",
                        "云河人寿 (YUNHE)",
                        "Life and health insurance (LIFE)",
                        "no registration of the number included this insurer",
                        "History of this number")
                .doesNotContain("13810001234");
    }

    @Test
    @Order(4)
    void anInsurerIsTakenOnInOneSittingWithoutATerminal() {
        signIn("wang");
        browser.goTo("/insurers/new")
                .type("code", "CHANGQING")
                .type("full-name", "长青人寿")
                .tick("line", "LIFE")
                .type("reason", "has asked to join");
        press("Send for confirmation");
        confirmAs("li", 2);
        browser.goTo("/insurers/CHANGQING");
        assertThat(step("Add the SSH key for login")).contains("your turn");
        browser.type("sshKey", KEYS.resolve("CHANGQING.ssh.pub").toString()).type("ssh-key-reason", "sent by courier");
        press("Add an SSH key");
        confirmAs("wang", 3);
        browser.goTo("/insurers/CHANGQING")
                .type("certificate", KEYS.resolve("CHANGQING.public.asc").toString())
                .type("certificate-reason", "fingerprint compared by telephone");
        press("Accept a certificate");
        reenter("li");
        browser.goTo("/requests/4");
        assertThat(browser.text()).contains("Compare by telephone", "长青人寿 (CHANGQING)");
        press("Confirm");
        reenter("zhao");
        browser.goTo("/insurers/CHANGQING")
                .day("selfDiscipline", "2026-01-01")
                .day("confidentiality", "2026-01-01")
                .type("agreements-reason", "both are signed");
        press("Record the agreements");
        confirmAs("sun", 5);
        browser.goTo("/insurers/CHANGQING");
        assertThat(step("Test the connection to the drop")).contains("your turn");
        press("Test the connection");

        assertThat(browser.told()).contains("Done");
        browser.unfold("5 of 8 steps");
        for (String done : new String[] {
            "SSH key for login added", "Certificate accepted", "Both agreements in force", "Connection test passed"
        }) {
            assertThat(step(done)).contains("done").doesNotContain("your turn");
        }
    }

    @Test
    @Order(5)
    void theLogSaysInWordsWhatWasDecidedByWhomAndWhy() {
        reenter("he");

        assertThat(browser.goTo("/log?object=" + TestConsole.HELD).text())
                .contains("Releases a held upload", "ingest after release", "zhao + sun")
                .contains("the insurer has confirmed it by telephone")
                .doesNotContain("the record after entry");
    }

    @Test
    @Order(6)
    void theHomePageCountsOnlyInsurersThatHaveNotLeft() {
        assertThat(browser.goTo("/").text()).contains("0 of 2 insurers");

        console.get(EndParticipation.class)
                .leave(new InsurerCode("CHANGQING"), LocalDate.of(2026, 11, 24), "a test", Instant.now());

        assertThat(browser.goTo("/").text()).contains("0 of 1 insurers");
    }

    private void follow(String words) {
        clicks++;
        browser.follow(words);
    }

    private void press(String words) {
        clicks++;
        browser.press(words);
    }

    private static String step(String words) {
        return browser.text()
                .lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private void confirmAs(String name, int request) {
        reenter(name);
        browser.goTo("/requests/" + request);
        press("Confirm");
        assertThat(browser.told()).contains("Done");
    }

    private void reenter(String name) {
        browser.press("Sign out");
        signIn(name);
    }

    private void signIn(String name) {
        browser.goTo("/sign-in")
                .type("name", name)
                .type("password", passwordOf(name))
                .press("Sign in");
        clicks = 0;
    }
}
