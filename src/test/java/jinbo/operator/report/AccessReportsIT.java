package jinbo.operator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.LogTree;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.testing.SettableClock;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who saw how much and why, by insurer and month: what stands in the log, no more, no less, and no text that bites. */
class AccessReportsIT {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Actor LI = Actor.person("li", ActorRole.OPERATOR);
    private static final Path EXPECTED = Path.of("src/test/resources/jinbo/operator/report/access-report-2026-10.csv");

    private final SettableClock clock = new SettableClock("2026-09-30T23:59:59+08:00");

    @TempDir
    private Path folder;

    private TestSlice parts;
    private AccessLog log;

    @BeforeEach
    void aMonth() {
        parts = new TestSlice(
                clock,
                "jinbo.accesslog",
                "jinbo.participant.insurer",
                "jinbo.reference.business",
                "jinbo.operator.report");
        log = parts.bean(AccessLog.class);
        parts.bean(Insurers.class)
                .add(
                        new InsurerCode("YUNHE"),
                        "<b>云河</b>人寿",
                        TestLines.LIFE,
                        new DropLocation.Embedded(Set.of()),
                        clock.instant());
        sees(Actor.batch(), AccessAction.PUBLISH_LIST, "still September in Beijing", "YUNHE", 1000);
        clock.set("2026-10-01T00:00:00+08:00");
        sees(Actor.batch(), AccessAction.TAKE_IN, "complaints become registrations", "YUNHE", 24);
        sees(Actor.batch(), AccessAction.TAKE_IN, "complaints become registrations", "YUNHE", 80);
        AccessPermit overTheEnd = intend(Actor.batch(), AccessAction.PUBLISH_LIST, "the list", Optional.of("BEIDOU"));
        sees(LI.confirmedBy("wang"), AccessAction.RELEASE, "release: 已向公司核实，\"无误\"", "YUNHE", 30);
        sees(LI, AccessAction.SEARCH_BY_NUMBER, "=HYPERLINK(\"http://example.invalid\")", "YUNHE", 1);
        sees(LI, AccessAction.SEARCH_BY_NUMBER, "<script>alert(1)</script> \u202Egnihtyna", "YUNHE", 1);
        log.failed(
                intend(Actor.batch(), AccessAction.TAKE_IN, "complaints become registrations", Optional.of("YUNHE")),
                new IllegalStateException());
        intend(Actor.batch(), AccessAction.TAKE_IN, "complaints become registrations", Optional.of("YUNHE"));
        log.abandon("YUNHE", Set.of(AccessAction.TAKE_IN));
        intend(LI, AccessAction.VERIFY_REGISTRY, "all agrees", Optional.empty());
        log.refuse(access(LI, AccessAction.VERIFY_REGISTRY, "PROVE_REGISTRY", Optional.empty()), "no agreement");
        clock.set("2026-10-31T23:59:59+08:00");
        sees(Actor.batch(), AccessAction.PUBLISH_LIST, "the list", "BEIDOU", 7);
        clock.set("2026-11-01T00:00:00+08:00");
        log.complete(overTheEnd, "SEALED", 5);
        sees(Actor.batch(), AccessAction.PUBLISH_LIST, "November", "YUNHE", 1000);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void theTableIsWhatTheLogSays() throws IOException {
        AccessReport report = write(Optional.empty());

        assertThat(folder.resolve("access-report-2026-10.csv"))
                .content(StandardCharsets.UTF_8)
                .startsWith("\uFEFFmonth,insurer,")
                .isEqualTo(expected(report));
        assertThat(report.totals()).isEqualTo(new AccessReport.AccessTotals(10, 148, 1, 2, 1));
        assertThat(report.head().isOver()).isTrue();
        assertThat(report.head().head().note())
                .contains("\n" + report.head().head().size() + "\n");
    }

    @Test
    void thePageLoadsNothingRunsNothingAndShowsWhatPeopleTypedAsText() throws IOException {
        write(Optional.empty());

        assertThat(folder.resolve("access-report-2026-10.html"))
                .content(StandardCharsets.UTF_8)
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("default-src 'none'", "@page { size: A4 landscape")
                .contains("<span lang=\"en\">Access to personal data</span>", "个人信息访问报告 2026-10")
                .contains("YUNHE &lt;b&gt;云河&lt;/b&gt;人寿", "&lt;script&gt;alert(1)&lt;/script&gt; \uFFFDgnihtyna")
                .doesNotContain("<script", "<b>", "\u202E", "src=", "href=", "url(", "@import", "{root}", "{size}")
                .doesNotContain("本月尚未结束")
                .containsPattern("(?s)<h2>BEIDOU</h2>.*<h2>YUNHE .*<h2>不属于单个保险公司.*<h2>合计")
                .containsPattern("(?s)<h2>合计.*<td class=\"number\">10</td><td class=\"number\">148</td>");
    }

    @Test
    void aReportForAnInsurerIsAboutItsDataAlone() throws IOException {
        AccessReport report = write(Optional.of(new InsurerCode("YUNHE")));

        assertThat(report.totals().numbers()).isEqualTo(136);
        assertThat(folder.resolve("access-report-2026-10-YUNHE.csv"))
                .content(StandardCharsets.UTF_8)
                .doesNotContain("BEIDOU", "VERIFY_REGISTRY");
    }

    @Test
    void whatIsNotUnderTheCheckpointDoesNotCountAndAMonthThatIsNotOverSaysSo() throws IOException {
        AccessReport november = parts.bean(AccessReports.class).write(YearMonth.of(2026, 11), Optional.empty(), folder);
        AccessReport december = parts.bean(AccessReports.class).show(YearMonth.of(2026, 12), Optional.empty());

        assertThat(november.head().isOver()).isFalse();
        assertThat(november.totals().numbers()).isEqualTo(1000);
        assertThat(folder.resolve("access-report-2026-11.html"))
                .content(StandardCharsets.UTF_8)
                .contains("本月尚未结束");
        assertThat(december.counts()).isEmpty();
    }

    @Test
    void aReportThatIsThereIsNotOverwritten() throws IOException {
        write(Optional.empty());
        Files.delete(folder.resolve("access-report-2026-10.csv"));

        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> write(Optional.empty()));
        assertThat(folder).isDirectoryNotContaining("glob:**.{csv,part}");
    }

    @Test
    void aLogThatIsNotWhatWasSignedIsNotCounted() throws IOException {
        parts.bean(LogTree.class).sign();
        parts.sql().sql("update access_log_head set size = 2").update();

        assertThatExceptionOfType(AccessLogAlarmException.class).isThrownBy(() -> write(Optional.empty()));
        assertThat(folder).isEmptyDirectory();
    }

    private AccessReport write(Optional<InsurerCode> insurer) throws IOException {
        return parts.bean(AccessReports.class).write(OCTOBER, insurer, folder);
    }

    private static String expected(AccessReport report) throws IOException {
        return Files.readString(EXPECTED)
                .replace("{size}", Long.toString(report.head().head().size()))
                .replace("{root}", report.head().head().root());
    }

    private void sees(Actor actor, AccessAction action, String purpose, String insurer, long numbers) {
        log.complete(intend(actor, action, purpose, Optional.of(insurer)), "DONE", numbers);
    }

    private AccessPermit intend(Actor actor, AccessAction action, String purpose, Optional<String> insurer) {
        return log.begin(access(actor, action, purpose, insurer));
    }

    private static Access access(Actor actor, AccessAction action, String purpose, Optional<String> insurer) {
        return new Access(actor, action, purpose, insurer, "an object");
    }
}
