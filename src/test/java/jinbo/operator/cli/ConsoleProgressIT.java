package jinbo.operator.cli;

import static jinbo.operator.cli.TestConsole.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import jinbo.batch.RunProgress;
import jinbo.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a run is that is under way, as pages show it that are open. */
class ConsoleProgressIT {

    @TempDir
    private static Path folder;

    private static TestConsole console;

    @BeforeAll
    static void open() throws IOException {
        console = TestConsole.open(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void aRunIsFollowedOnAnOpenPageUntilItHasEnded() throws Exception {
        RunProgress progress = console.get(RunProgress.class);
        CyclicBarrier step = new CyclicBarrier(2);
        CountDownLatch ended = new CountDownLatch(1);
        Thread run = new Thread(() -> {
            progress.during("collect-uploads", 0, Optional.of("YUNHE"), () -> {
                progress.expect(4);
                progress.finished(500);
                await(step);
                progress.finished(700);
                await(step);
                return "";
            });
            ended.countDown();
        });
        try (Browser browser = signedIn(Browser.open(console.url(), "en"))) {
            browser.goTo("/runs");
            assertThat(browser.text()).doesNotContain("Running now");
            run.start();

            browser.waitFor("1 / 4").waitFor("25 %").waitFor(" s left").picture("progress-en");
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.count(".jobs progress")).as("jobs with a bar").isOne();
            await(step);
            browser.waitFor("2 / 4").waitFor("1,200").waitFor("Run 50 %");
            await(step);
            ended.await();
            browser.waitUntilGone("Running now").waitUntilGone(" s left");
        }
    }

    @Test
    void withoutScriptAPageShowsHowFarRunsWereWhenItWasLoaded() {
        RunProgress progress = console.get(RunProgress.class);
        progress.during("watch", 0, Optional.empty(), () -> {
            progress.expect(10);
            try (Browser browser = signedIn(Browser.openWithoutScript(console.url(), "en"))) {
                browser.reloadUntil("/runs", "0 / 10");
                assertThat(browser.text()).contains("Running now", "Show current progress");
            }
            return "";
        });
    }

    private static void await(CyclicBarrier step) {
        try {
            step.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Browser signedIn(Browser browser) {
        return browser.goTo("/sign-in")
                .type("name", "zhao")
                .type("password", passwordOf("zhao"))
                .press("Sign in");
    }
}
