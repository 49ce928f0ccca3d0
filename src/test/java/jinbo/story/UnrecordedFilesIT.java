package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Remark;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.exchange.format.Ack;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.AttackTable;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on one insurer's drop alone, and no record knows, stops the lists of that insurer; it takes more to stop those of all. */
class UnrecordedFilesIT {

    private static final String NOW = "2012-09-21T09:00:00+08:00";
    private static final String STRAY = "blocklist-YUNHE-00000099-full.csv.pgp";

    private final Steps steps = new Steps();

    @TempDir
    Path folder;

    private RestoreDrill drill;

    @BeforeEach
    void start() {
        drill = new RestoreDrill(folder, NOW);
    }

    @AfterEach
    void close() {
        drill.close();
    }

    @Test
    void aStrayListStopsItsOwnInsurersListsUntilTwoPeopleDismissIt() {
        steps.take("the insurer puts 300 random bytes into its own drop", () -> strayFor("YUNHE", STRAY));
        PublishReport published =
                steps.take("lists are published", () -> drill.exchange().publish());
        steps.take("all others get theirs", () -> {
            assertThat(insurersOf(published)).containsExactly("BEIDOU", "CHANGQING");
            AttackTable.row(
                    "drop: 300 bytes that an insurer puts into its own download/, named like a list",
                    "its own lists wait, all others get theirs",
                    published.problems().stream()
                                            .allMatch(
                                                    problem -> problem.insurer().equals(yunhe()))
                                    && published.delivered().size() == 2
                            ? "its own lists wait, all others get theirs"
                            : published.problems().toString());
        });
        steps.take(
                "the problem says what was seen and what to do",
                () -> assertThat(published.problems())
                        .singleElement()
                        .extracting(Remark::what)
                        .asString()
                        .contains(STRAY, "no list is published for it", "recovery list", "recovery settle"));
        steps.take(
                "an alert names the insurer",
                () -> assertThat(drill.exchange().bean(FindAllAlerts.class).find())
                        .filteredOn(alert -> alert.code() == Alert.Code.UNRECORDED_FILES)
                        .singleElement()
                        .satisfies(alert -> assertThat(alert.insurer()).hasValue(yunhe())));
        steps.take("its uploads are ingested meanwhile", () -> {
            drill.arrives(
                    "YUNHE", UploadCsv.name("YUNHE", "20120921", 1), UploadCsv.complaints("2012-09-20", 13810001234L));
            assertThat(drill.exchange().collect().problems()).isEmpty();
        });
        steps.take("people dismiss it, and its name counts for nothing", () -> {
            assertThat(drill.settle(false).gaps()).isEmpty();
            PublishReport next = drill.exchange().publish();
            assertThat(next.problems()).isEmpty();
            assertThat(drill.exchange().listing("YUNHE", "download")).contains("blocklist-YUNHE-00000001-full.csv.pgp");
        });
        steps.take(
                "what was dismissed is not noticed again",
                () -> assertThat(drill.isOpen()).isFalse());
    }

    @Test
    void aStrayUploadInItsArchiveToo() {
        strayFor("YUNHE", "archive", UploadCsv.name("YUNHE", "20120921", 7));

        assertThat(insurersOf(drill.exchange().publish())).containsExactly("BEIDOU", "CHANGQING");
        assertThat(drill.settle(false).recovery().isOpen())
                .as("an upload may be ours")
                .isTrue();
        assertThat(drill.settle(true).recovery().isOpen()).isFalse();
        assertThat(drill.exchange().publish().problems()).isEmpty();
    }

    @Test
    void aSecondDropAgrees() {
        strayFor("YUNHE", STRAY);
        strayFor("BEIDOU", "blocklist-BEIDOU-00000007.manifest.json.pgp");

        stopsAllBecause(Recovery.Evidence.SECOND_DROP);
    }

    @Test
    void theSpoolAgrees() {
        strayFor("YUNHE", STRAY);
        drill.exchange().bean(HighestSentSequence.class).record(new InsurerCode("BEIDOU"), 3);

        stopsAllBecause(Recovery.Evidence.SPOOL);
    }

    @Test
    void anAccessLogThatWasTurnedBackAgreesThoughThatWasAccepted() {
        String backUp = drill.exchange().backUp();
        drill.arrives(
                "CHANGQING",
                UploadCsv.name("CHANGQING", "20120921", 1),
                UploadCsv.complaints("2012-09-20", 13810001234L));
        drill.exchange().collect();
        RestoreDrill.empty(drill.exchange().drop("CHANGQING", "archive"));
        RestoreDrill.empty(drill.exchange().drop("CHANGQING", "download"));
        drill.restore(backUp);
        assertThat(drill.exchange().publish().problems())
                .as("nothing else tells")
                .isEmpty();

        strayFor("YUNHE", STRAY);

        stopsAllBecause(Recovery.Evidence.CHECKPOINT);
    }

    @Test
    void anAcknowledgementOfAListThatIsNotKnownAgrees() {
        strayFor("YUNHE", STRAY);
        acknowledgeListThatIsNotKnown();

        stopsAllBecause(Recovery.Evidence.ACKNOWLEDGEMENT);
    }

    private void acknowledgeListThatIsNotKnown() {
        Ack ack = new Ack(
                yunhe(),
                99,
                OffsetDateTime.parse(NOW).toInstant(),
                0,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                List.of());
        drill.exchange().upload("YUNHE", "ack-YUNHE-20120921-001.json.pgp", ack.toJson());
        drill.exchange().collect();
    }

    @Test
    void anUnknownListThatWasAcknowledgedBeforeTheNewestListDoesNotAgree() {
        acknowledgeListThatIsNotKnown();
        drill.itIs("2012-09-22T18:00:00+08:00");
        assertThat(drill.exchange().publish().problems()).isEmpty();

        strayFor("YUNHE", STRAY);

        assertThat(insurersOf(drill.exchange().publish())).containsExactly("BEIDOU", "CHANGQING");
    }

    private void stopsAllBecause(Recovery.Evidence why) {
        PublishReport published = drill.exchange().publish();

        assertThat(published.delivered()).isEmpty();
        assertThat(published.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.what()).contains("nothing is published"));
        assertThat(drill.exchange()
                        .bean(Recoveries.class)
                        .open()
                        .flatMap(Recovery::corroboration)
                        .orElseThrow())
                .isEqualTo(why);
    }

    private void strayFor(String insurer, String name) {
        strayFor(insurer, "download", name);
    }

    private void strayFor(String insurer, String into, String name) {
        byte[] bytes = new byte[300];
        new Random(99).nextBytes(bytes);
        try {
            Files.write(drill.exchange().drop(insurer, into).resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> insurersOf(PublishReport published) {
        return published.delivered().stream()
                .map(list -> list.manifest().insurer().value())
                .toList();
    }

    private static InsurerCode yunhe() {
        return new InsurerCode("YUNHE");
    }
}
