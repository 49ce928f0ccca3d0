package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jinbo.cases.report.CaseHistoryLoader;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.testing.Browser;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An operator makes the month's report for all insurers, and looks at it in the console. */
class CaseReportStoryIT {

    private static final Path EXPECTED = Path.of("src/test/resources/jinbo/cases/report/cases-2026-10.csv");

    @TempDir
    private Path folder;

    @Test
    void theReportIsWrittenAndShownAtTheTerminal() {
        Steps steps = new Steps();
        SettableClock clock = new SettableClock("2026-05-01T09:00:00+08:00");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            steps.take("half a year of cases passes", () -> {
                CaseHistoryLoader.read(CaseHistoryLoader.HALF_A_YEAR, exchange.sql());
                clock.set("2026-11-12T09:00:00+08:00");
            });
            CommandSession commands = CommandSession.over(exchange);
            Path reports = folder.resolve("reports");

            steps.take("the report of a month is shown", () -> {
                CommandOutput shown = commands.type("case", "report", "--month", "2026-10");
                assertThat(shown.out()
                                .lines()
                                .map(line -> line.replaceAll(" +", " ").strip()))
                        .contains("YUNHE 3 3 2 1 1 4.0 1 1.00", "- 1 0 0 1 0 - 0 -", "ALL 9 5 2 5 1 3.0 1 0.80")
                        .contains("ALL MOTOR 3 1 0 2 0 1.5 0 -", "ALL - 3 1 1 2 0 2.0 0 -");
                assertThat(shown.out()).doesNotContain("not over");
            });
            steps.take("the report of the current month says that the month is not over", () -> {
                CommandOutput soFar = commands.type("case", "report", "--month", "2026-11");
                assertThat(soFar.out()).contains("The month is not over");
            });
            steps.take("the report is written", () -> {
                JsonNode written = commands.json("case", "report", "--month", "2026-10", "--to", reports.toString());
                assertThat(written.at("/files").size()).isEqualTo(3);
                assertThat(written.at("/rows").size()).isGreaterThan(13);
                assertThat(reports.resolve("cases-2026-10.csv")).hasSameTextualContentAs(EXPECTED);
            });
            steps.take("it is not overwritten", () -> {
                String again = commands.failure("case", "report", "--month", "2026-10", "--to", reports.toString());
                assertThat(again).contains("cases-2026-10.csv");
            });
        }
    }

    @Test
    void theReportIsChosenByMonthAndTakenAlongInTheConsole() throws IOException {
        Steps steps = new Steps();
        try (TestConsole console = TestConsole.open(folder)) {
            steps.take("half a year of cases passes", () -> {
                join(console, "BEIDOU", "北斗财险");
                join(console, "CHANGQING", "长青人寿");
                JdbcClient sql = console.get(JdbcClient.class);
                sql.sql("update insurer set joined_at = '2026-05-01T00:00:00+08:00'")
                        .update();
                CaseHistoryLoader.read(CaseHistoryLoader.HALF_A_YEAR, sql);
            });
            ConsoleVisitor zhao = new ConsoleVisitor(console.url());
            steps.take("an operator signs in", () -> zhao.signIn("zhao", TestConsole.passwordOf("zhao")));
            steps.take(
                    "the last month is offered and shown",
                    () -> assertThat(zhao.get("/cases/report").body())
                            .contains("<option value=\"2026-10\" selected", "YUNHE 云河人寿", ">9 / 2</td>")
                            .doesNotContain("C2026", "will change"));
            steps.take("another month is chosen", () -> {
                assertThat(zhao.get("/cases/report?month=2026-11").body()).contains("The month is not over");
                assertThat(zhao.get("/cases/report?month=2026-12").statusCode()).isEqualTo(404);
                assertThat(zhao.get("/cases/report?month=13810001234").body()).doesNotContain("13810001234");
            });
            steps.take("tables are downloaded", () -> {
                assertThat(zhao.get("/cases/report/table?month=2026-10").body()).isEqualTo(Files.readString(EXPECTED));
                assertThat(zhao.get("/cases/report/table?month=2026-10&trend=true")
                                .body()
                                .lines())
                        .hasSizeGreaterThan(13);
            });
            steps.take("the page looks right in both languages", () -> itLooksRightInBothLanguages(console));
        }
    }

    private static void itLooksRightInBothLanguages(TestConsole console) {
        try (Browser browser = Browser.open(console.url(), "en")) {
            browser.goTo("/sign-in")
                    .type("name", "zhao")
                    .type("password", TestConsole.passwordOf("zhao"))
                    .press("Sign in");
            for (String language : List.of("en", "zh")) {
                browser.wide();
                browser.goTo("/cases/report?lang=" + language).picture("case-report-" + language);
                assertThat(browser.inaccessible()).isEmpty();
                browser.narrow();
                browser.picture("case-report-" + language + "-narrow");
                assertThat(browser.overhang()).isZero();
            }
        }
    }

    private static void join(TestConsole console, String code, String name) {
        console.get(Insurers.class)
                .add(
                        new InsurerCode(code),
                        name,
                        TestLines.PROPERTY,
                        new DropLocation.Embedded(Set.of()),
                        Instant.parse("2026-05-01T00:00:00Z"));
    }
}
