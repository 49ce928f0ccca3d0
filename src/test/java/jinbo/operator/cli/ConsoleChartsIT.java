package jinbo.operator.cli;

import static jinbo.operator.cli.TestConsole.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.operator.metrics.Chart;
import jinbo.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts with the tables that they are drawn from, in a real browser; pictures lie in {@code target/console-pictures}. */
class ConsoleChartsIT {

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

    @ParameterizedTest
    @CsvSource({"en, false, light", "zh, false, dark", "zh, true, light", "en, true, dark"})
    void chartsAreDrawnFromTheirTablesAndCanBeReadByAll(String language, boolean narrow, String colours) {
        try (Browser browser = signedIn(Browser.open(console.url(), language))) {
            if (narrow) {
                browser.narrow();
            }
            browser.colours(colours).goTo("/charts?days=7");

            assertThat(browser.count("section.chart")).isEqualTo(Chart.values().length);
            assertThat(browser.count("section.chart canvas")).isEqualTo(browser.count("section.chart table"));
            assertThat(browser.count("section.chart details[open]")).isZero();
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.overhang()).isZero();
            browser.picture("charts-" + language + (narrow ? "-narrow-" : "-wide-") + colours);
        }
    }

    @Test
    void theLastDayHasItsLabelAndTotalsStandBesideThoseOfThePeriodBefore() {
        try (Browser browser = signedIn(Browser.open(console.url(), "en"))) {
            for (int days : new int[] {7, 30, 90}) {
                browser.goTo("/charts?days=" + days);

                assertThat(browser.lastDay("section.chart[aria-labelledby=chart-uploads]"))
                        .isEqualTo("11-24");
            }
            assertThat(browser.goTo("/charts?days=365").lastDay("section.chart[aria-labelledby=chart-rows]"))
                    .isEqualTo("11-23");
            assertThat(browser.text()).contains("In 365 days:", "Accepted 1 (before: 0)", "Held 13 (before: 0)");
        }
    }

    @Test
    void chartsWithoutDataComeLastAndSayWhy() {
        try (Browser browser = signedIn(Browser.open(console.url(), "en"))) {
            browser.goTo("/charts?days=7");

            assertThat(browser.count("section.chart .plot")).isEqualTo(Chart.values().length);
            assertThat(browser.count("section.chart:has(canvas) ~ section.chart:has(.empty)"))
                    .isEqualTo(browser.count("section.chart .empty"))
                    .isPositive();
            assertThat(browser.count("section.chart:has(.empty) ~ section.chart:has(canvas)"))
                    .isZero();
            assertThat(browser.text()).contains("No list of this period has been acknowledged yet.");
        }
    }

    @Test
    void barsLeadToTheListBehindThem() {
        try (Browser browser = signedIn(Browser.open(console.url(), "en"))) {
            browser.goTo("/charts?days=7").pressChart("section.chart[aria-labelledby=chart-uploads]");

            assertThat(browser.path()).startsWith("/files?").contains("2026-11-24");
            assertThat(browser.text()).contains(TestConsole.HELD);
        }
    }

    @Test
    void withoutScriptTheTablesAreThePage() {
        try (Browser browser = signedIn(Browser.openWithoutScript(console.url(), "en"))) {
            browser.goTo("/charts?days=7");

            assertThat(browser.count("canvas")).isZero();
            assertThat(browser.text())
                    .contains("Uploads by result", "Partly accepted", "2026-11-24", "Download as CSV");
            assertThat(browser.inaccessible()).isEmpty();
        }
    }

    @Test
    void aChartIsATableForPrograms() {
        ConsoleVisitor visitor = new ConsoleVisitor(console.url());
        visitor.signIn("he", passwordOf("he"));

        assertThat(visitor.get("/charts/uploads.csv?days=7").body()).isEqualTo("""
            day,accepted,partly_accepted,held,refused,not_judged
            2026-11-18,0,0,0,0,0
            2026-11-19,0,0,0,0,0
            2026-11-20,0,0,0,0,0
            2026-11-21,0,0,0,0,0
            2026-11-22,0,0,0,0,0
            2026-11-23,0,0,0,0,0
            2026-11-24,1,0,1,0,0
            """.replace("\n", "\r\n"));
        assertThat(visitor.get("/charts/list-numbers.csv?days=7&insurer=YUNHE").body())
                .endsWith("2026-11-23,\r\n2026-11-24,2\r\n");
        assertThat(visitor.get("/charts/applied.csv?days=365").body())
                .startsWith("week,median,p99,waiting\r\n2025-11-24,");
        assertThat(visitor.get("/charts/uploads.csv?days=8").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/charts/none.csv?days=7").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/charts?insurer=NOBODY").statusCode()).isEqualTo(404);
    }

    private static Browser signedIn(Browser browser) {
        return browser.goTo("/sign-in")
                .type("name", "zhao")
                .type("password", passwordOf("zhao"))
                .send("/sign-in");
    }
}
