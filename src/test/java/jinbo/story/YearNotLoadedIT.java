package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearNotLoadedIT {

    @TempDir
    Path home;

    @Test
    void anUploadStaysPendingAndIsTakenUpWithTheSameTimeOfReceiptOnceTheYearIsImported() throws Exception {
        Steps steps = new Steps();
        SettableClock clock = new SettableClock("2026-12-28T09:00:00+08:00");
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            steps.take(
                    "an upload arrives",
                    () -> exchange.upload(
                            "YUNHE",
                            "complaints-YUNHE-20261228-001.csv.pgp",
                            UploadCsv.complaints("2026-12-27", 13810001234L)));
            CollectReport first = steps.take("the upload is collected", () -> exchange.collect());
            steps.take("it stays pending", () -> {
                assertThat(first.everythingAnswered()).isFalse();
                assertThat(first.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.what())
                                .contains("complaints-YUNHE-20261228-001.csv.pgp")
                                .contains("2027")
                                .contains("calendar import"));
                assertThat(exchange.listing("YUNHE", "download")).isEmpty();
                assertThat(exchange.listing("YUNHE", "upload"))
                        .containsExactly("complaints-YUNHE-20261228-001.csv.pgp");
            });
            steps.take("a file that withdraws a row of it waits, too", () -> {
                exchange.upload(
                        "YUNHE",
                        "withdrawals-YUNHE-20261228-001.csv.pgp",
                        "file,line,reason\r\ncomplaints-YUNHE-20261228-001,2,\r\n");
                assertThat(exchange.collect().problems())
                        .extracting(Remark::what)
                        .anySatisfy(what -> assertThat(what)
                                .contains("withdrawals-YUNHE-20261228-001.csv.pgp")
                                .contains("complaints-YUNHE-20261228-001.csv.pgp, which has no verdict yet"));
                assertThat(exchange.listing("YUNHE", "download")).isEmpty();
            });
            steps.take(
                    "no list is published",
                    () -> assertThatExceptionOfType(YearNotLoadedException.class)
                            .isThrownBy(exchange::publish)
                            .withMessageContaining("2027"));
            steps.take("the year is imported a day later", () -> {
                clock.set("2026-12-29T15:00:00+08:00");
                assertThat(exchange.collect().problems()).hasSize(2);
                try (InputStream year = Calendars.class.getResourceAsStream("made-up-2027.csv")) {
                    exchange.bean(Calendars.class).importFile(year, "wang", clock.instant());
                }
            });
            CollectReport last = steps.take("the upload is collected again", () -> exchange.collect());
            steps.take("it is answered as of the time at which it came", () -> {
                assertThat(last.problems()).isEmpty();
                Receipt receipt = exchange.receiptOf("YUNHE", "complaints-YUNHE-20261228-001");
                assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
                assertThat(receipt.receivedAt()).isEqualTo("2026-12-28T01:00:00Z");
                // 29, 30, 31 December; 1 January is a holiday; 4 to 7 January
                assertThat(receipt.effectiveOn()).hasValue(LocalDate.of(2027, 1, 8));
                assertThat(exchange.listing("YUNHE", "download")).hasSize(4);
                assertThat(exchange.receiptOf("YUNHE", "withdrawals-YUNHE-20261228-001")
                                .status())
                        .isEqualTo(ReceiptStatus.ACCEPTED);
            });
            steps.take(
                    "lists are published",
                    () -> assertThat(exchange.publish().problems()).isEmpty());
        }
    }
}
