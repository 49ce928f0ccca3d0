package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jinbo.accesslog.CheckLog;
import jinbo.batch.Remark;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.CommandOutput;
import jinbo.testing.JinboProcess;
import jinbo.testing.SettableClock;
import jinbo.testing.SmallFileSystem;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of ours is full: the run says which one, nothing half done is seen, and with room again the next run completes. */
@Tag("interop")
class FullDiskIT {

    private static final String WHERE = "our own disk";
    private static final String FIRST = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String SECOND = "complaints-YUNHE-20120921-002.csv.pgp";
    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    Path home;

    @Test
    void theSpoolIsFullAtTheFetchAtTheAnswersAndAtTheList() throws IOException {
        Steps steps = new Steps();
        try (SmallFileSystem disk = SmallFileSystem.over(Files.createDirectory(home.resolve("spool")), 2048, "root");
                TestExchange exchange = TestExchange.start(home, CLOCK)) {
            DeliveryIntegrityCheck deliveryIntegrityCheck = new DeliveryIntegrityCheck(exchange, "YUNHE");
            steps.take("an upload arrives, and the spool is full", () -> {
                exchange.upload("YUNHE", FIRST, csv(1));
                disk.fill();
            });
            steps.take("the upload is not fetched", () -> {
                assertThat(exchange.collect().problems()).singleElement().satisfies(FullDiskIT::namesTheDiskOfTheHome);
                assertThat(exchange.listing("YUNHE", "upload")).containsExactly(FIRST);
            });
            steps.take("the spool is full when it is answered", () -> {
                disk.free();
                exchange.at(FaultPoint.INGESTED, disk::fill);
                assertThat(exchange.collect().problems()).singleElement().satisfies(FullDiskIT::namesTheDiskOfTheHome);
                assertThat(exchange.listing("YUNHE", "download")).isEmpty();
            });
            steps.take("with room it is answered", () -> {
                disk.free();
                assertThat(exchange.collect().problems()).isEmpty();
                assertThat(exchange.receiptOf("YUNHE", FIRST).status()).isEqualTo(ReceiptStatus.ACCEPTED);
                deliveryIntegrityCheck.row(WHERE, "the spool is full at the fetch and at the answers", 2);
            });
            steps.take("the spool is full when lists are made", () -> {
                disk.fill();
                assertThat(exchange.publish().problems()).hasSize(3).allSatisfy(FullDiskIT::namesTheDiskOfTheHome);
                assertThat(deliveryIntegrityCheck.halfVisible()).isZero();
            });
            steps.take("with room they are delivered", () -> {
                disk.free();
                assertThat(exchange.publish().problems()).isEmpty();
                deliveryIntegrityCheck.row(WHERE, "the spool is full at the list", 1);
            });
        }
    }

    @Test
    void theEmbeddedDatabaseHasNoRoomForAnUpload() throws IOException {
        Steps steps = new Steps();
        try (SmallFileSystem disk =
                        SmallFileSystem.over(Files.createDirectory(home.resolve("db")), 160 * 1024, "root");
                TestExchange exchange = TestExchange.start(home, CLOCK, Map.of("spring.datasource.url", "embedded"))) {
            steps.take("an upload is answered", () -> {
                exchange.upload("YUNHE", FIRST, csv(1));
                assertThat(exchange.collect().problems()).isEmpty();
            });
            steps.take("a second one arrives", () -> exchange.upload("YUNHE", SECOND, csv(3000)));
            steps.take("the disk fills up during its merge", () -> exchange.at(FaultPoint.ACCESS_BEGUN, disk::fill));
            steps.take("the report says that the disk of the database is full", () -> {
                assertThat(exchange.collect().problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.what())
                                .contains(SECOND, "the disk of the database is full")
                                .doesNotContain("1381060"));
                assertThat(exchange.listing("YUNHE", "download")).hasSize(2);
            });
            steps.take("with room it is answered", () -> {
                disk.free();
                assertThat(exchange.collect().problems()).isEmpty();
                assertThat(exchange.receiptOf("YUNHE", SECOND).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            });
            steps.take(
                    "nothing is lost or doubled",
                    () -> new DeliveryIntegrityCheck(exchange, "YUNHE")
                            .row(WHERE, "the embedded database's is full in a merge", 1));
        }
    }

    @Test
    void whereTheCheckpointIsKeptThereIsNoRoomSoNothingIsSealed() throws IOException {
        Steps steps = new Steps();
        try (SmallFileSystem disk =
                        SmallFileSystem.over(Files.createDirectory(home.resolve("checkpoints")), 64, "root");
                TestExchange exchange = TestExchange.start(home, CLOCK)) {
            steps.take("an upload is answered", () -> {
                exchange.upload("YUNHE", FIRST, csv(1));
                assertThat(exchange.collect().problems()).isEmpty();
            });
            steps.take("a second one arrives, and the disk fills up", () -> {
                exchange.upload("YUNHE", SECOND, csv(2));
                disk.fill();
            });
            steps.take("nothing is sealed or delivered", () -> {
                assertThat(exchange.collect().problems()).isNotEmpty();
                assertThat(exchange.publish().delivered()).isEmpty();
                assertThat(exchange.listing("YUNHE", "download")).hasSize(2);
            });
            steps.take("with room the next runs complete", () -> {
                disk.free();
                assertThat(exchange.collect().problems()).isEmpty();
                assertThat(exchange.publish().problems()).isEmpty();
            });
            steps.take("the upload is answered, and the log verifies", () -> {
                assertThat(exchange.receiptOf("YUNHE", SECOND).status()).isEqualTo(ReceiptStatus.ACCEPTED);
                assertThat(exchange.bean(CheckLog.class).all(index -> {})).isEmpty();
            });
            steps.take(
                    "nothing is lost or doubled",
                    () -> new DeliveryIntegrityCheck(exchange, "YUNHE")
                            .row(WHERE, "there is no room for the access log's checkpoint", 1));
        }
    }

    @Test
    void onAFullDiskOfTheLogTheAnswerStandsOut() {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(home, CLOCK);
                SmallFileSystem disk = SmallFileSystem.over(home.resolve("log"), 64, "root")) {
            disk.fill();
            CommandOutput status = steps.take(
                    "a command logs a lot",
                    () -> JinboProcess.over(home, exchange.databaseUrl())
                            .with("SPRING_PROFILES_ACTIVE", "test")
                            .with("JINBO_CLOCK", "2012-09-21T10:00:00+08:00")
                            .with("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK", "debug")
                            .type("status"));
            steps.take("it answers", () -> assertThat(status.out()).contains("YUNHE", "Block lists"));
            steps.take(
                    "one line says that the log is not written",
                    () -> assertThat(status.err())
                            .hasLineCount(1)
                            .contains("The log cannot be written", "No space left on device"));
        }
    }

    private static void namesTheDiskOfTheHome(Remark problem) {
        assertThat(problem.what()).contains("The spool cannot write", "the disk of the home", "not full");
    }

    private static String csv(int rows) {
        return LongStream.range(0, rows)
                .mapToObj(row -> 13810600001L + 2 * (row + rows) + ",TELEMARKETING,2012-09-20\r\n")
                .collect(Collectors.joining("", "mobile,complaint,complained_on\r\n", ""));
    }
}
