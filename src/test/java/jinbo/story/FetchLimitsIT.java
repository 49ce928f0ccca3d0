package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.crashpoint.CrashPoint;
import jinbo.exchange.ReceiptStatus;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.job.Remark;
import jinbo.job.collect.CollectReport;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However much an insurer puts into {@code upload/}: a run takes some of it, leaves room on the disk, and ends when
 * the insurer is suspended.
 */
class FetchLimitsIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    private Path home;

    private final Random random = new Random(1);
    private final List<String> uploads = new ArrayList<>();

    @Test
    void oneRunFetchesSoManyFilesOrSoMuchAndTheNextTheRest() {
        try (TestExchange exchange = start(Map.of(
                "jinbo.collect-uploads.limits.sealed-size", "20KB",
                "jinbo.collect-uploads.fetch.volume", "20KB",
                "jinbo.collect-uploads.fetch.files", "3"))) {
            for (int small = 0; small < 5; small++) {
                upload(exchange, 1);
            }
            for (int large = 0; large < 2; large++) {
                upload(exchange, 700);
            }
            exchange.upload("CHANGQING", Csv.name("CHANGQING", "20120921", 1), rows(1));

            CollectReport first = exchange.collect();
            CollectReport second = exchange.collect();
            CollectReport third = exchange.collect();

            assertThat(first.problems()).extracting(Remark::insurer).containsExactly(YUNHE);
            assertThat(first.problems())
                    .extracting(Remark::what)
                    .containsExactly("4 file(s) in upload/ wait for the next run, because one run fetches 3 files or "
                            + "0MB of an insurer at most (collect-uploads.fetch)");
            AttackTable.row(
                    "upload: more than one run fetches, 5 small files and 2 of which 20 KB hold one",
                    "3, then 2 and 1, then 1 of YUNHE; 1 of CHANGQING at once",
                    (first.files().size() - 1) + ", then " + (second.files().size() - 1) + " and 1, then "
                            + third.files().size() + " of YUNHE; "
                            + exchange.listing("CHANGQING", "archive").size() + " of CHANGQING at once");
            assertThat(exchange.listing("YUNHE", "archive")).containsExactlyElementsOf(uploads);
            assertThat(third.problems()).isEmpty();
        }
    }

    @Test
    void nothingIsFetchedThatLeavesTooLittleRoom() throws IOException {
        try (TestExchange exchange = start(Map.of("jinbo.collect-uploads.fetch.leave-free", "1000000TB"))) {
            upload(exchange, 1);

            CollectReport report = exchange.collect();

            assertThat(report.files()).isEmpty();
            assertThat(report.problems())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.what())
                            .startsWith("1 file(s) in upload/ are not fetched, because less than")
                            .endsWith("make room"));
            try (Stream<Path> spooled = Files.walk(home.resolve("spool"))) {
                AttackTable.row(
                        "upload: more than the disk has room for",
                        "nothing is fetched",
                        spooled.anyMatch(Files::isRegularFile) ? "fetched" : "nothing is fetched");
            }
        }
    }

    @Test
    void whoIsSuspendedMeanwhileWaitsFromTheNextFileOn() {
        try (TestExchange exchange = start(Map.of())) {
            upload(exchange, 1);
            upload(exchange, 1);
            upload(exchange, 1);
            exchange.at(CrashPoint.RECORDED, () -> exchange.bean(Insurers.class).suspend(YUNHE, CLOCK.instant()));

            exchange.collect();
            List<String> answered = exchange.listing("YUNHE", "archive");
            exchange.collect();

            AttackTable.row(
                    "upload: three files, and the insurer is suspended while the first is taken in",
                    "the two others wait",
                    answered.equals(uploads.subList(0, 1))
                                    && exchange.listing("YUNHE", "archive").equals(answered)
                            ? "the two others wait"
                            : "answered: " + exchange.listing("YUNHE", "archive"));
            CLOCK.set("2012-09-24T09:00:00+08:00");
            exchange.bean(Insurers.class).resume(YUNHE, CLOCK.instant());
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", uploads.get(2))).satisfies(receipt -> {
                assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
                assertThat(receipt.effectiveOn()).as("as of its receipt").hasToString("Optional[2012-10-09]");
            });
        }
    }

    @Test
    void whoIsSuspendedMeanwhileIsFetchedFromNoMore() {
        try (TestExchange exchange = start(Map.of())) {
            upload(exchange, 1);
            upload(exchange, 1);
            exchange.at(CrashPoint.FETCHED, () -> exchange.bean(Insurers.class).suspend(YUNHE, CLOCK.instant()));

            exchange.collect();

            assertThat(exchange.count("inbound_file")).isEqualTo(1);
            assertThat(exchange.listing("YUNHE", "upload")).isEqualTo(uploads);
        }
    }

    private TestExchange start(Map<String, String> settings) {
        CLOCK.set("2012-09-21T09:00:00+08:00");
        return TestExchange.start(home, CLOCK, settings);
    }

    private void upload(TestExchange exchange, int rows) {
        String name = Csv.name("YUNHE", "20120921", uploads.size() + 1);
        exchange.upload("YUNHE", name, rows(rows));
        uploads.add(name);
    }

    /** Each of some twenty bytes when sealed. */
    private String rows(int rows) {
        StringBuilder csv = new StringBuilder("mobile,complaint,complained_on,consent,scope,term,reference\r\n");
        for (int row = 0; row < rows; row++) {
            csv.append("1381000").append(1000 + random.nextInt(9000)).append(",TELEMARKETING,2012-09-20,,,,");
            random.ints(30, 'a', 'z' + 1).forEach(letter -> csv.append((char) letter));
            csv.append("\r\n");
        }
        return csv.toString();
    }
}
