package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.batch.recovery.Recoveries;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.FaultySftpServer.Oddity;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Uploads on servers that do not say the same of a file each time: taken in once and archived, where size and content
 * agree.
 */
class InconsistentServersIT {

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static FaultySftpServer server;
    private static Path drop;
    private static int files;

    @BeforeAll
    static void start() throws IOException {
        exchange = TestExchange.start(home.resolve("home"), new SettableClock("2012-09-21T09:00:00+08:00"));
        drop = Files.createDirectory(home.resolve("theirs"));
        for (String folder : new String[] {"upload", "archive", "download"}) {
            Files.createDirectory(drop.resolve(folder));
        }
        server = FaultySftpServer.over(drop, ssh -> {});
        exchange.moveDrop("YUNHE", drop, server.address());
    }

    @AfterAll
    static void close() {
        server.close();
        exchange.close();
    }

    @AfterEach
    void recover() {
        server.recovers();
    }

    @ParameterizedTest
    @CsvSource({"OTHER_TIMES_OF_FILES,", "NEW_TIMES_OF_MOVED_FILES,", "OTHER_TIMES_OF_FILES, NEW_TIMES_OF_MOVED_FILES"})
    void anUploadIsIngestedOnceAndArchived(Oddity oddity, Oddity another) {
        server.is(oddity);
        if (another != null) {
            server.is(another);
        }
        String upload = upload();

        assertThat(exchange.collect().problems()).isEmpty();

        assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.listing("YUNHE", "archive")).contains(upload);
        assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
        assertThat(exchange.collect().files()).isEmpty();
    }

    @Test
    void anUploadWithANewTimeWhoseArchivingBrokeOffIsNotTakenForARestore() {
        server.is(Oddity.NEW_TIMES_OF_MOVED_FILES);
        String upload = upload();
        exchange.breakOffAt(FaultPoint.ARCHIVED);
        assertThat(exchange.collect().problems()).hasSize(1);

        assertThat(exchange.collect().problems()).isEmpty();

        assertThat(exchange.bean(Recoveries.class).open()).isEmpty();
        assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.count("inbound_file where archived_as is null")).isZero();
    }

    @Test
    void aFileThatTookThePlaceOfAnUploadAsItWasMovedIsNotArchivedUnread() {
        server.is(Oddity.OTHER_CONTENT_OF_MOVED_FILES, Oddity.NEW_TIMES_OF_MOVED_FILES);
        String upload = upload();

        exchange.collect();

        assertThat(exchange.listing("YUNHE", "upload")).containsExactly(upload);
        assertThat(exchange.listing("YUNHE", "archive")).doesNotContain(upload);
        server.recovers();
        exchange.collect();
        assertThat(exchange.receiptOf("YUNHE", upload + ".2").status()).isEqualTo(ReceiptStatus.REFUSED);
    }

    private static String upload() {
        files++;
        String name = "complaints-YUNHE-20120921-%03d.csv.pgp".formatted(files);
        exchange.upload(
                "YUNHE",
                name,
                "mobile,complaint,complained_on\r\n%d,TELEMARKETING,2012-09-20\r\n"
                        .formatted(13810600000L + 2 * files));
        return name;
    }
}
