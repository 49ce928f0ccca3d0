package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a process that died has left on drop and in spool is not taken for a restore, and stops nothing. */
class CrashIsNotRestoreIT {

    @TempDir
    static Path folder;

    private static RestoreDrill drill;
    private static int files;

    @BeforeAll
    static void start() {
        drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00");
    }

    @AfterAll
    static void close() {
        drill.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultPoint.class,
            names = {"FETCHED", "RECORDED", "INGESTED", "ANSWERED", "ANSWER_DELIVERED", "ARCHIVED", "SPOOL_CLEARED"})
    void atAFile(FaultPoint point) {
        Steps steps = new Steps();
        String upload = UploadCsv.name("YUNHE", "20120921", ++files);
        steps.take(
                "an upload arrives",
                () -> drill.arrives("YUNHE", upload, UploadCsv.complaints("2012-09-20", 13810001234L + files)));
        steps.take("a run breaks off at that point", () -> {
            drill.exchange().breakOffAt(point);
            assertThat(drill.exchange().collect().problems()).hasSize(1);
        });
        steps.take("the next runs complete", () -> {
            assertThat(drill.exchange().publish().problems()).isEmpty();
            assertThat(drill.exchange().collect().problems()).isEmpty();
        });
        steps.take(
                "that is not taken for a restored backup",
                () -> assertThat(drill.isOpen()).isFalse());
        steps.take("the upload is answered and archived", () -> {
            assertThat(drill.exchange().receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(drill.exchange()
                            .sql()
                            .sql("select archived_as from inbound_file order by id desc limit 1")
                            .query(String.class)
                            .single())
                    .as("where it lies is known")
                    .isEqualTo(upload);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultPoint.class,
            names = {"LIST_SEALED", "SEQUENCE_TAKEN", "LIST_DELIVERED", "MANIFEST_DELIVERED"})
    void atAList(FaultPoint point) {
        drill.exchange().breakOffAt(point);
        assertThat(drill.exchange().publish().problems()).hasSize(1);

        assertThat(drill.exchange().publish().problems()).isEmpty();

        assertThat(drill.isOpen()).isFalse();
        drill.yunheApplies();
    }
}
