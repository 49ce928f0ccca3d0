package jinbo.cases.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.GracePeriod;
import jinbo.testing.Browser;
import jinbo.testing.SettableClock;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the report of half a year of cases with figures counted by hand. */
class CaseReportsIT {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Path EXPECTED = Path.of("src/test/resources/jinbo/cases/report");

    private final SettableClock clock = new SettableClock("2026-05-01T00:00:00+08:00");

    @TempDir
    private Path folder;

    private TestSlice parts;
    private CaseHistoryLoader history;
    private CaseReports reports;

    @BeforeEach
    void halfAYear() {
        parts = new TestSlice(
                clock, beans -> beans.registerBean(GracePeriod.class, () -> new GracePeriod(7)), TestSlice.OF_CASES);
        join("YUNHE", "<b>云河</b>人寿");
        join("BEIDOU", "北斗财险");
        join("CHANGQING", "长青人寿");
        history = CaseHistoryLoader.read(CaseHistoryLoader.HALF_A_YEAR, parts.sql());
        clock.set("2026-11-02T09:00:00+08:00");
        reports = parts.bean(CaseReports.class);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void matchesTablesCountedByHand() throws IOException {
        List<Path> files = reports.write(reports.of(OCTOBER), folder);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("cases-2026-10.csv", "cases-2026-10-trend.csv", "cases-2026-10.html");
        for (Path file : files.subList(0, 2)) {
            assertThat(file).hasSameTextualContentAs(EXPECTED.resolve(file.getFileName()));
        }
        assertThat(Files.readString(files.get(0))).contains("\r\n");
    }

    @Test
    void laterChangesDoNotAlterEarlierMonths() {
        CaseReport atOnce = reports.of(OCTOBER);
        clock.set("2027-03-01T09:00:00+08:00");
        join("LATER", "后来财险");

        assertThat(reports.of(OCTOBER).months()).isEqualTo(atOnce.months());
        assertThat(reports.of(OCTOBER.plusMonths(1)).last().rows())
                .extracting(row -> row.insurer() + " " + row.line())
                .containsExactly("BEIDOU ", "CHANGQING ", "YUNHE ", "ALL ", "ALL LIFE", "ALL MOTOR", "ALL -");
    }

    @Test
    void laterEventsOfItsCasesDoNotAlterAMonth() {
        history.goOn(EXPECTED.resolve("at-the-end-of-october.csv"));
        CaseReport atOnce = reports.of(OCTOBER);
        clock.set("2026-12-01T09:00:00+08:00");
        history.goOn(EXPECTED.resolve("in-november.csv"));

        assertThat(reports.of(OCTOBER).months()).isEqualTo(atOnce.months());
        assertThat(atOnce.last().whole().standing().overdueAtInsurer()).isEqualTo(1);
        CaseCounts.AnswerTimes november =
                reports.of(OCTOBER.plusMonths(1)).last().whole().answers();
        assertThat(november.workdays()).containsExactlyInAnyOrder(6, 2);
    }

    @Test
    void insurersThatWereNotAskedAreNotUnanswered() {
        long before = reports.of(OCTOBER).last().whole().decidedUnanswered();

        history.goOn(EXPECTED.resolve("assigned-and-decided.csv"));

        assertThat(reports.of(OCTOBER).last().whole().decidedUnanswered()).isEqualTo(before);
    }

    @Test
    void pageIsBilingualAndLoadsAndRunsNothing() throws IOException {
        reports.write(reports.of(OCTOBER), folder);

        assertThat(folder.resolve("cases-2026-10.html"))
                .content(StandardCharsets.UTF_8)
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("default-src 'none'", "@page { size: A4 landscape", "<svg ", "YUNHE &lt;b&gt;云河")
                .contains("来电投诉月报 2026-10", "<span lang=\"en\">Complaints about calls</span>")
                .contains("公司未被及时告知 <span lang=\"en\">Not notified in time</span>")
                .contains("公司不明 <span lang=\"en\">Insurer not known")
                .contains("车险 <span lang=\"en\">Motor insurance</span>", "险种不明 <span lang=\"en\">Line not known")
                .contains("<td class=\"number\">9 / 2</td>", "<td class=\"number\">25,000</td>")
                .doesNotContain("C2026", "a test", "<script", "<b>", "src=", "href=", "url(", "@import", "{month}")
                .doesNotContain("本月尚未结束");
    }

    @Test
    void monthsOfInsurersAddUpToThoseOfAllTheNewestFirst() throws IOException {
        reports.write(reports.of(OCTOBER), folder);

        String page = Files.readString(folder.resolve("cases-2026-10.html"));
        String months = page.substring(page.lastIndexOf("Opened / upheld by month"));
        assertThat(months.indexOf("2026-10")).isLessThan(months.indexOf("2026-09"));
        assertThat(Stream.of("BEIDOU", "CHANGQING", "YUNHE", "Insurer not known", "All")
                        .map(name ->
                                months.replaceFirst("(?s).*?" + name + ".*?<td class=\"number\">(\\d+) / \\d+.*", "$1"))
                        .map(Integer::valueOf))
                .containsExactly(5, 0, 3, 1, 9);
    }

    @Test
    void pageIsReadableOnDesktopAndPhone() throws IOException {
        reports.write(reports.of(OCTOBER), folder);
        try (Browser browser = Browser.open(folder.toUri().toString(), "zh")) {
            browser.goTo("cases-2026-10.html").picture("case-report-printed");
            assertThat(browser.inaccessible()).isEmpty();
            assertThat(browser.overhang()).isZero();
            browser.narrow();
            browser.goTo("cases-2026-10.html").picture("case-report-printed-narrow");
            assertThat(browser.overhang()).isZero();
        }
    }

    @Test
    void marksFilesOfAnUnfinishedMonth() throws IOException {
        clock.set("2026-10-31T23:59:59+08:00");

        List<Path> files = reports.write(reports.of(OCTOBER), folder);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "cases-2026-10-so-far.csv", "cases-2026-10-so-far-trend.csv", "cases-2026-10-so-far.html");
        assertThat(files.get(2)).content(StandardCharsets.UTF_8).contains("本月尚未结束", "The month is not over");
    }

    @Test
    void doesNotOverwriteReports() throws IOException {
        CaseReport report = reports.of(OCTOBER);
        List<Path> files = reports.write(report, folder);
        Files.delete(files.get(0));

        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> reports.write(report, folder));
        assertThat(folder).isDirectoryNotContaining("glob:**.{part}");
        assertThat(files.get(0)).doesNotExist();
    }

    @Test
    void omitsTimesBeyondTheCalendar() {
        parts.sql()
                .sql("update call_case_event set at = at - interval '20 years' where state = 'SENT'")
                .update();
        parts.sql()
                .sql("update case_file set delivered_at = delivered_at - interval '20 years'")
                .update();

        CaseCounts counts = reports.of(OCTOBER).last().whole();

        assertThat(counts.answers().answered()).isEqualTo(5);
        assertThat(counts.answers().median()).isEmpty();
    }

    private void join(String code, String name) {
        parts.bean(Insurers.class)
                .add(new InsurerCode(code), name, TestLines.LIFE, new DropLocation.Embedded(Set.of()), clock.instant());
    }
}
