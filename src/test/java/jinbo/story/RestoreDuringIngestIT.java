package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jinbo.batch.publish.PublishReport;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.net.FreePort;
import jinbo.testing.Steps;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backup that was taken while a file was under way, and a drop that cannot be looked at. */
class RestoreDuringIngestIT {

    private static final String UPLOAD = UploadCsv.name("YUNHE", "20120921", 1);
    private static final String STEM = UPLOAD.replace(".csv.pgp", "");

    private static final String FINGERPRINT = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "backed up at {0}, home restored too: {1}")
    @CsvSource({
        "RECORDED, false",
        "RECORDED, true",
        "INGESTED, false",
        "ANSWERED, false",
        "ARCHIVED, false",
    })
    void aFileThatWasUnderWayAtTheBackUpIsBroughtToItsEndOnce(FaultPoint point, boolean homeToo) {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            steps.take("a run breaks off over an upload", () -> {
                drill.arrives("YUNHE", UPLOAD, UploadCsv.complaints("2012-09-20", 13810001234L));
                drill.exchange().breakOffAt(point);
                assertThat(drill.exchange().collect().problems()).hasSize(1);
            });
            Path spool = drill.copyOf("spool");
            String backUp = drill.exchange().backUp();
            steps.take(
                    "the next run finishes it",
                    () -> assertThat(drill.exchange().collect().problems()).isEmpty());
            steps.take("the backup is restored", () -> {
                drill.restore(backUp);
                if (homeToo) {
                    drill.putBack(spool, "spool");
                }
            });
            steps.take("the upload is brought to its end", () -> {
                drill.exchange().collect();
                assertThat(drill.ingest().problems()).isEmpty();
                if (drill.isOpen()) {
                    assertThat(drill.settle(false).left()).isEmpty();
                }
            });
            steps.take("nothing is left, and the list holds its number", () -> {
                assertThat(drill.exchange().collect().files())
                        .as("nothing is left")
                        .isEmpty();
                assertThat(drill.exchange().publish().problems()).isEmpty();
                assertThat(drill.newestList("YUNHE")).contains("13810001234");
                drill.exchange().assertRegistryAgrees();
            });
            boolean answeredAgain = point == FaultPoint.RECORDED || point == FaultPoint.INGESTED;
            steps.take("the upload is answered and archived once", () -> {
                assertThat(drill.exchange().listing("YUNHE", "download").contains("receipt-" + STEM + ".2.json.pgp"))
                        .as("other bytes get another name")
                        .isEqualTo(answeredAgain);
                assertThat(drill.exchange().listing("YUNHE", "archive")).containsExactly(UPLOAD);
            });
        }
    }

    @Test
    void aDropThatCannotBeReachedIsItsInsurersProblemAloneUntilSomethingIsSettled() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            URI nobody = URI.create("sftp://jinbo@127.0.0.1:" + FreePort.find());
            steps.take(
                    "an insurer joins whose drop cannot be reached",
                    () -> drill.exchange()
                            .bean(Insurers.class)
                            .add(
                                    new InsurerCode("FARAWAY"),
                                    "远方人寿",
                                    TestLines.LIFE,
                                    new DropLocation.Remote(nobody, Set.of(FINGERPRINT)),
                                    RestoreDrill.instant("2012-09-21T09:00:00+08:00")));
            String backUp = steps.take(
                    "the exchange is backed up", () -> drill.exchange().backUp());
            PublishReport published =
                    steps.take("lists are published", () -> drill.exchange().publish());
            steps.take(
                    "three insurers get theirs",
                    () -> assertThat(published.delivered()).hasSize(3));
            steps.take("the backup is restored", () -> drill.restore(backUp));
            steps.take(
                    "publishing is stopped",
                    () -> assertThat(drill.exchange().publish().delivered()).isEmpty());
            steps.take(
                    "settling names the insurer that could not be looked at",
                    () -> assertThat(drill.settle(false).left())
                            .singleElement()
                            .satisfies(left -> assertThat(left.insurer() + ": " + left.what())
                                    .startsWith("FARAWAY: could not be read")));
            steps.take(
                    "settling by force goes on without it",
                    () -> assertThat(drill.settle(true).recovery().isOpen()).isFalse());
            steps.take(
                    "the others get lists above those that they had",
                    () -> assertThat(drill.exchange().publish().delivered())
                            .extracting(list -> list.manifest().sequence())
                            .isEqualTo(List.of(2, 2, 2)));
        }
    }
}
