package jinbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.consumer.ConsentText;
import jinbo.testing.Browser;
import jinbo.testing.CommandOutput;
import jinbo.testing.ExternalProgram;
import jinbo.testing.JinboProcess;
import jinbo.testing.Shell;
import jinbo.testing.Steps;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first five minutes of somebody who starts the demo, as its last lines lead through them: in a browser, and with the commands
 * that it prints. The pictures of the README are made here; {@code -Djinbo.write-expected=true} puts them there.
 */
class DemoStaysIT {

    private static final Path OF_README = Path.of("docs", "pictures");
    private static final Path TAKEN = Path.of("target", "console-pictures");
    private static final String END = "Ctrl-C ends the demo.";
    private static final long LARGEST_PICTURE = 120_000;
    private static final int ENDED_BY_CTRL_C = 130;

    @TempDir
    Path folder;

    private final Steps steps = new Steps();
    private JinboProcess jinbo;
    private Process demo;
    private BufferedReader out;
    private Browser browser;

    @AfterEach
    void endAll() {
        if (browser != null) {
            browser.close();
        }
        if (demo != null) {
            demo.destroy();
        }
    }

    @Test
    @Tag("interop")
    void theFirstFiveMinutesGoAsTheLastLinesSay() {
        ExternalProgram.required("gpg");
        // short, because a socket lies in it
        jinbo = JinboProcess.in(folder.resolve("h"))
                .with("JINBO_PORTAL_PORT", "0")
                .with("JINBO_CONSOLE_PORT", "0")
                .with("JINBO_MONITORING_PORT", "-1");
        List<String> told = steps.take("the demo tells its story and stays", this::start);
        String portal = after(told, "Portal for consumers: ");
        String page = after(told, "Integrator's page, as an engineer of an insurer sees it: ");
        List<String> people = told.stream()
                .filter(line -> line.matches(" {3,}[a-z]+ +([a-z0-9]{4}-){3}[a-z0-9]{4} .*"))
                .map(String::strip)
                .toList();
        browser = Browser.open("", "en");

        steps.take("a number is registered, with the code that the page shows", () -> {
            register(portal, page);
            picture("demo-portal");
        });
        steps.take("a button lets seven working days pass", () -> {
            browser.goTo(page).press("Move the clock");
            assertThat(browser.text())
                    .contains(
                            "Done. Everything that was due has run.",
                            "The clock is at 2012-10-09 09:00",
                            "List 3: 88 entries");
            assertThat(browser.inaccessible()).isEmpty();
            browser.narrow();
            assertThat(browser.overhang()).isZero();
            picture("demo-integrator");
            assertThat(browser.goTo(page + "/opened?insurer=YUNHE").text())
                    .contains(DemoGuide.NUMBER + ",LIFE,2012-10-09,2014-10-09");
            assertThat(browser.goTo(page + "/?lang=zh").text()).contains("当前时钟：2012-10-09", "对接页面", "云河人寿");
        });
        steps.take("everybody signs in at the console", () -> {
            assertThat(people).hasSize(5);
            for (String person : people) {
                signIn(after(told, "Console for the association: "), person.split(" +"));
            }
        });
        steps.take(
                "GnuPG opens the list with the number on it",
                () -> assertThat(pasted(told, "gpg ").out())
                        .containsPattern("mobile,business_line,effective_on,expires_on\\s+" + DemoGuide.NUMBER
                                + ",LIFE,2012-10-09"));
        steps.take(
                "a look-up says no, and by which list that was told",
                () -> assertThat(pasted(told, folder.resolve("h/jinbo") + " lookup")
                                .out())
                        .contains(
                                "YUNHE/LIFE was NOT allowed to make sales calls",
                                "Notified: yes",
                                "blocklist-YUNHE-00000003-full.csv.pgp"));
        steps.take("the verifier names the entry that was changed", () -> {
            Shell.Answer answer = pasted(told, folder.resolve("h/jinbo") + " audit", "printf ");
            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.out())
                    .contains("is complete and unchanged: ", "The log is NOT intact. First wrong entry: 0 ");
        });
        steps.take("commands beside it move its clock and live by it", () -> {
            assertThat(jinbo.type("demo", "advance", "--working-days", "1").out())
                    .contains("The clock of the demo is at 2012-10-11 09:00. Everything that was due by then is done.");
            assertThat(jinbo.type("status").out())
                    .containsPattern("Now +2012-10-11 09:0")
                    .endsWith(
                            "To do:\n  CHANGQING: held files: 1. \"held list\" shows them. Release or refuse each.\n");
        });
        steps.take("a second demo leaves this one alone", () -> {
            CommandOutput second = jinbo.type("demo", "--once");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("A demo is still running in " + folder.resolve("h"));
        });
        steps.take("Ctrl-C ends it, and its clock stands", () -> {
            new Shell(folder, Map.of())
                    .run("kill", "-INT", Long.toString(demo.pid()))
                    .succeeded();
            assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(ENDED_BY_CTRL_C);
            assertThat(out.lines()).anyMatch(line -> line.startsWith("Stopped."));
            assertThat(jinbo.type("status").out()).containsPattern("Now +2012-10-11 09:0");
            CommandOutput refused = jinbo.type("demo", "advance");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("No demo is running in " + folder.resolve("h"));
        });
    }

    /** All that it prints before it waits. */
    private List<String> start() throws IOException {
        // a shell that runs tests in the background has them ignore Ctrl-C, and what they start as well
        List<String> command = Stream.concat(Stream.of("env", "--default-signal=INT"), jinbo.command("demo").stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().putAll(jinbo.variables());
        demo = builder.start();
        out = demo.inputReader(StandardCharsets.UTF_8);
        List<String> told = out.lines().takeWhile(line -> !line.equals(END)).toList();
        assertThat(told).as(Files.readString(folder.resolve("err.txt"))).contains("Your first five minutes:");
        return told;
    }

    private void register(String portal, String page) {
        browser.goTo(portal + "/?lang=en").type("number", DemoGuide.NUMBER).send("/code");
        browser.goTo(page);
        Matcher code = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])").matcher(browser.text());
        assertThat(code.find()).as(browser.text()).isTrue();
        browser.goTo(portal + "/code").type("code", code.group()).send("/code/check");
        browser.tick("line", "LIFE").tick("term", "2Y").press("Next: check");
        browser.tick("consent", ConsentText.VERSION).send("/choose/confirm");
        assertThat(browser.text()).contains("Your number is registered", "9 October 2012");
    }

    private void signIn(String console, String... person) {
        browser.goTo(console + "/sign-in?lang=en")
                .type("name", person[0])
                .type("password", person[1])
                .press("Sign in");
        assertThat(browser.path()).isEqualTo(console + "/");
        if (person[0].equals(DemoPeople.OPERATOR)) {
            browser.goTo(console + "/number")
                    .type("number", DemoGuide.NUMBER)
                    .type("reason", "the consumer asks")
                    .send("/number");
            assertThat(browser.text())
                    .contains("YUNHE", "blocklist-YUNHE-00000003-full.csv.pgp")
                    .containsSubsequence("2 of 4 may not call", "Calls not allowed", "by list 3", "Calls allowed");
            browser.without("main form");
            picture("demo-console");
        }
        // in a smaller window it is in the menu
        browser.wide();
        browser.press("Sign out");
    }

    /**
     * Runs lines that were printed, those that begin so and what GnuPG needs before them; the program starts with the
     * class archive of other tests.
     */
    private Shell.Answer pasted(List<String> told, String... beginnings) {
        String commands = told.stream()
                .filter(line ->
                        line.startsWith("export ") || Stream.of(beginnings).anyMatch(line::startsWith))
                .collect(Collectors.joining("\n"));
        return new Shell(folder, Map.of("LC_ALL", "C.UTF-8", "JDK_JAVA_OPTIONS", TestJvm.programOptions()))
                .run("bash", "-c", commands + "\nlast=$?\ngpgconf --kill gpg-agent\nexit $last");
    }

    private void picture(String name) {
        browser.resize(900, 620);
        browser.smallPicture(name);
        Path taken = TAKEN.resolve(name + ".png");
        try {
            assertThat(Files.size(taken)).as(name).isLessThan(LARGEST_PICTURE);
            if (Boolean.getBoolean("jinbo.write-expected")) {
                Files.createDirectories(OF_README);
                Files.copy(taken, OF_README.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String after(List<String> told, String words) {
        return told.stream()
                .filter(line -> line.contains(words))
                .map(line -> line.substring(line.indexOf(words) + words.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in " + told));
    }
}
