package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import jinbo.batch.Progress;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.Region;
import jinbo.reference.phone.SegmentTable;
import jinbo.reference.phone.Segments;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches a large run sees what is fetched, opened, rendered and delivered, and no number. */
class RunProgressIT {

    /** So many that the sealed upload and the sealed list have more than a mebibyte each: progress is reported by the mebibyte. */
    private static final int ROWS = 400_000;

    private static final int MEBIBYTE = 1 << 20;
    private static final int IN_A_SEGMENT = 10_000;
    private static final Map<String, String> NOT_HELD =
            Map.of("jinbo.collect-uploads.hold.rows", Integer.toString(ROWS));

    /** As a watcher is told; the total is 0 while it is unknown. */
    private record Report(String what, long done, long total) {}

    private final List<Report> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyLongPieceOfWorkShowsHowFarItIs(@TempDir Path home) {
        Steps steps = new Steps();
        try (TestExchange exchange =
                TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"), NOT_HELD)) {
            exchange.bean(Progress.class).watch((what, done, total) -> seen.add(new Report(what, done, total)));
            steps.take("a file whose name is a number is fetched, and named by its folder", () -> {
                exchange.place("YUNHE", "13810001234.pgp", new byte[3 * MEBIBYTE]);
                exchange.collect();
                assertThat(taken())
                        .containsExactly(
                                new Report("YUNHE/upload", MEBIBYTE, 3 * MEBIBYTE),
                                new Report("YUNHE/upload", 2 * MEBIBYTE, 3 * MEBIBYTE),
                                new Report("YUNHE/upload", 3 * MEBIBYTE, 3 * MEBIBYTE));
            });
            String name = UploadCsv.name("YUNHE", "20120921", 1);
            Report ofUpload = steps.take("a large upload arrives", () -> {
                exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", numbers(exchange)));
                return new Report(name, MEBIBYTE, size(exchange.drop("YUNHE", "upload"), name));
            });
            steps.take("it is fetched, and then opened", () -> {
                List<Report> fetched = new ArrayList<>();
                exchange.at(FaultPoint.FETCHED, () -> fetched.addAll(taken()));
                assertThat(exchange.collect().problems()).isEmpty();
                assertThat(exchange.receiptOf("YUNHE", name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
                assertThat(fetched).contains(ofUpload).allSatisfy(RunProgressIT::holdsNoNumber);
                assertThat(taken()).contains(ofUpload).allSatisfy(RunProgressIT::holdsNoNumber);
            });
            steps.take("the list is rendered, and then delivered", () -> {
                assertThat(exchange.publish().problems()).isEmpty();
                String list = "blocklist-YUNHE-00000001-full.csv.pgp";
                List<Report> published = taken();
                assertThat(published)
                        .extracting(Report::what, Report::total)
                        .containsSubsequence(
                                tuple(list, 0L), tuple(list, size(exchange.drop("YUNHE", "download"), list)));
                assertThat(published).allSatisfy(RunProgressIT::holdsNoNumber);
            });
        }
    }

    /** The reports since the last call. */
    private List<Report> taken() {
        synchronized (seen) {
            List<Report> taken = List.copyOf(seen);
            seen.clear();
            return taken;
        }
    }

    private static void holdsNoNumber(Report report) {
        assertThat(report.what()).doesNotContainPattern("1[3-9]\\d{9}");
    }

    /** Numbers of the association's own province, each of them even: consecutive ones would be held. */
    private static long[] numbers(TestExchange exchange) {
        SegmentTable segments = exchange.bean(Segments.class).current();
        long[] firsts = LongStream.range(1_300_000, 2_000_000)
                .map(segment -> segment * IN_A_SEGMENT)
                .filter(first -> segments.regionOf(new Mobile(first)) == Region.HOME)
                .toArray();
        int even = IN_A_SEGMENT / 2;
        return new Random(20120921)
                .longs(0, (long) firsts.length * even)
                .distinct()
                .limit(ROWS)
                .map(each -> firsts[(int) (each / even)] + 2 * (each % even))
                .toArray();
    }

    private static long size(Path folder, String name) {
        try {
            return Files.size(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
