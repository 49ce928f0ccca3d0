package jinbo.operator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.accesslog.LogTree;
import jinbo.operator.report.AccessReport.ReportHeader;
import org.junit.jupiter.api.Test;

/** A page of any length is written while its counts are read. */
class AccessReportPageTest {

    private static final ReportHeader HEADER = new ReportHeader(
            YearMonth.of(2026, 10),
            Optional.empty(),
            new LogTree.SignedTreeHead("a log", 1_000_000, "root", "a note"),
            Instant.parse("2026-11-02T01:00:00Z"));

    @Test
    void countsAreReadWhileThePageIsWritten() {
        int rows = 5_000;
        int bytesPerRow = 150;
        CountedBytes page = new CountedBytes();
        long[] read = {0};
        long[] furthestAhead = {0};

        AccessReport.AccessTotals totals = AccessReportPage.write(
                HEADER,
                Map.of(),
                IntStream.range(0, rows)
                        .mapToObj(i -> count("I" + i / 1000, "row " + i))
                        .peek(count -> {
                            read[0]++;
                            furthestAhead[0] = Math.max(furthestAhead[0], read[0] * bytesPerRow - page.bytes);
                        }),
                page);

        assertThat(totals).isEqualTo(new AccessReport.AccessTotals(rows, 2L * rows, 0, 0, 0));
        assertThat(page.bytes).isGreaterThan((long) rows * bytesPerRow);
        assertThat(furthestAhead[0]).as("what is in buffers").isLessThan(200_000);
    }

    @Test
    void eachInsurerHasItsSectionWithItsRowsAndTheirSum() {
        String page = written(Stream.of(
                count("A", "one"), count("A", "two"), count("B", "three"), count("B", "four"), count("B", "five")));

        assertThat(page)
                .containsSubsequence(
                        "<h2>A 甲人寿</h2>",
                        ">one<",
                        ">two<",
                        "小计",
                        "<td class=\"number\">2</td><td class=\"number\">4</td>",
                        "<h2>B</h2>",
                        ">three<",
                        ">five<",
                        "小计",
                        "<td class=\"number\">3</td><td class=\"number\">6</td>",
                        "合计",
                        "<td class=\"number\">5</td><td class=\"number\">10</td>")
                .containsOnlyOnce("<h2>B</h2>")
                .doesNotContain("没有访问", "<th:", " th:", "[[");
    }

    @Test
    void aReportOfNothingSaysSo() {
        assertThat(written(Stream.empty())).contains("没有访问。", "No accesses.").doesNotContain("<section", "合计", "小计");
    }

    @Test
    void whatFailsIsThrownAsItIs() {
        IllegalStateException lost = new IllegalStateException("the database is gone");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        written(Stream.of(count("A", "one"), count("A", "two")).peek(count -> {
                            throw lost;
                        })))
                .isSameAs(lost);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> AccessReportPage.write(
                        HEADER,
                        Map.of(),
                        IntStream.range(0, 5_000).mapToObj(i -> count("A", "row " + i)),
                        new OutputStream() {
                            @Override
                            public void write(int octet) throws IOException {
                                throw new IOException("No space left on device");
                            }
                        }))
                .withMessageContaining("No space left on device");
    }

    private static String written(Stream<AccessCount> counts) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        AccessReportPage.write(HEADER, Map.of("A", "甲人寿"), counts, page);
        return page.toString(StandardCharsets.UTF_8);
    }

    private static AccessCount count(String insurer, String purpose) {
        return new AccessCount(
                Optional.of(insurer),
                "li",
                ActorRole.OPERATOR,
                Optional.empty(),
                AccessAction.LOOK_UP,
                purpose,
                1,
                2,
                0,
                0,
                0);
    }

    private static final class CountedBytes extends OutputStream {

        private long bytes;

        @Override
        public void write(int octet) {
            bytes++;
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            bytes += length;
        }
    }
}
