package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import jinbo.batch.collect.CollectReport;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadArrivalIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
    }

    @AfterEach
    void nobodyTouchesTheDropAnyMore() {
        exchange.whilePaused(time -> true);
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void aHeaderWithoutRowsIsANilReportThatIsAccepted() {
        String name = drop(UploadCsv.HEADER.getBytes(StandardCharsets.UTF_8));

        exchange.collect();

        Receipt receipt = receipt(name);
        assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(receipt.tally().rows()).isZero();
        assertThat(receipt.effectiveOn()).isEmpty();
        assertThat(exchange.outcomeOf("YUNHE", name)).isEqualTo("line,column,severity,code,message\r\n");
    }

    @Test
    void aSecondNilReportIsNoRepetitionOfTheFirst() {
        String first = drop((UploadCsv.HEADER + "\r\n").getBytes(StandardCharsets.UTF_8));
        exchange.collect();
        String second = drop((UploadCsv.HEADER + "\r\n").getBytes(StandardCharsets.UTF_8));
        exchange.collect();

        assertThat(receipt(first).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(receipt(second).status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GB18030, ''", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "UTF-8, \uFEFF"})
    void whatExcelSavesIsRead(String encoding, String byteOrderMark) {
        long number = 13810400000L + ++files;
        String separator = encoding.startsWith("UTF-16") ? "\t" : ",";
        String text = byteOrderMark
                + "mobile,complaint,complained_on,reference\r\n".replace(",", separator)
                + (number + ",TELEMARKETING,2012-09-20,投诉单" + files + "\r\n").replace(",", separator);
        String name = drop(text.getBytes(Charset.forName(encoding)));

        exchange.collect();

        assertThat(receipt(name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(receipt(name).tally().accepted()).isEqualTo(1);
        assertThat(exchange.sql()
                        .sql("select count(*) from registration where mobile = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .as("read once, though perhaps tried twice")
                .isEqualTo(1);
    }

    @Test
    void aFileThatStillGrowsIsLeftAloneUntilItIsWhole() {
        Steps steps = new Steps();
        String name = name();
        byte[] sealed = exchange.seal(TestExchange.secretOf("YUNHE"), name, content());
        steps.take("half of a file arrives, and the rest during the pause", () -> {
            exchange.place("YUNHE", name, java.util.Arrays.copyOf(sealed, 100));
            exchange.whilePaused(time -> {
                append(name, java.util.Arrays.copyOfRange(sealed, 100, sealed.length));
                return true;
            });
        });
        CollectReport first = steps.take("uploads are collected", () -> exchange.collect());
        steps.take("the file is left alone", () -> {
            assertThat(first.files()).isEmpty();
            assertThat(first.everythingAnswered()).isFalse();
            assertThat(first.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.what()).contains("1 file(s)"));
            assertThat(exchange.listing("YUNHE", "upload")).containsExactly(name);
        });
        steps.take("once it is whole the next run takes it", () -> {
            exchange.whilePaused(time -> true);
            exchange.collect();
            assertThat(receipt(name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        });
    }

    @Test
    void unfinishedAndHiddenFilesAreNotTaken() throws IOException {
        for (String name : new String[] {name() + ".part", name() + ".tmp", "." + name()}) {
            exchange.place("YUNHE", name, new byte[] {1});
        }

        CollectReport report = exchange.collect();

        assertThat(report.files()).isEmpty();
        assertThat(report.everythingAnswered()).isTrue();
        assertThat(exchange.listing("YUNHE", "upload")).hasSize(3);
        for (String name : exchange.listing("YUNHE", "upload")) {
            Files.delete(exchange.drop("YUNHE", "upload").resolve(name));
        }
    }

    @Test
    void aFileThatIsReplacedBeforeItIsArchivedIsLeftAndIsANewArrival() throws IOException {
        Steps steps = new Steps();
        String name = name();
        steps.take("the archive fails", () -> {
            exchange.upload("YUNHE", name, content());
            // the archive comes last: what fails before it leaves the file in upload/
            exchange.sql()
                    .sql("alter table inbound_file add constraint stay check (archived_as is distinct from '" + name
                            + "') not valid")
                    .update();
            exchange.collect();
            exchange.sql().sql("alter table inbound_file drop constraint stay").update();
        });
        byte[] other = exchange.seal(TestExchange.secretOf("YUNHE"), name, content());
        steps.take("another file takes its place", () -> {
            Files.write(exchange.drop("YUNHE", "upload").resolve(name), other);
            Files.setLastModifiedTime(
                    exchange.drop("YUNHE", "upload").resolve(name),
                    FileTime.from(Instant.parse("2012-09-21T00:00:00Z")));
        });
        steps.take("the first file is answered", () -> {
            exchange.collect();

            assertThat(receipt(name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        });
        steps.take("the other file is a new arrival", () -> {
            exchange.collect();
            Receipt second = exchange.receiptOf("YUNHE", name + ".2");
            assertThat(second.tally().findings()).containsOnlyKeys(FindingCode.ALREADY_RECEIVED);
            assertThat(second.sha256()).isEqualTo(UploadCsv.sha256(other));
            assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
        });
    }

    private static byte[] content() {
        return UploadCsv.complaints("2012-09-20", 13810500000L + ++files).getBytes(StandardCharsets.UTF_8);
    }

    private static String name() {
        return UploadCsv.name("YUNHE", "20120921", ++files);
    }

    private static String drop(byte[] content) {
        String name = name();
        exchange.upload("YUNHE", name, content);
        return name;
    }

    private static Receipt receipt(String name) {
        return exchange.receiptOf("YUNHE", name);
    }

    private static void append(String name, byte[] bytes) {
        try {
            Files.write(exchange.drop("YUNHE", "upload").resolve(name), bytes, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
