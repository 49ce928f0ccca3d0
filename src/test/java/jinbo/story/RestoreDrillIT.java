package jinbo.story;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.recovery.SettleRecovery;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.partner.VerifiedList;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.inbound.InboundFile;
import jinbo.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backup, more work, restore of the older state: publishing stops, what was lost is named file by file and ingested
 * again, and the lists go on above all that had left, with the content of a registry that was never restored.
 */
class RestoreDrillIT {

    private static final String FIRST = UploadCsv.name("YUNHE", "20120921", 1);
    private static final String LATER = UploadCsv.name("YUNHE", "20120921", 2);
    private static final String HELD = UploadCsv.name("YUNHE", "20120921", 3);
    private static final String BAD = UploadCsv.name("CHANGQING", "20120921", 1);

    @TempDir
    Path folder;

    @Test
    void theRestoredRegistryStopsTakesInAgainAndPublishesWhatOneThatWasNeverRestoredHolds() {
        Steps steps = new Steps();
        String neverRestored;
        try (RestoreDrill drill = new RestoreDrill(folder.resolve("twin"), "2012-09-21T09:00:00+08:00")) {
            steps.take("a twin that is never restored works", () -> {
                workBeforeTheBackUp(drill);
                workAfterTheBackUp(drill);
                drill.itIs("2012-09-21T15:00:00+08:00");
                drill.exchange().publish();
            });
            neverRestored = drill.newestList("YUNHE") + drill.newestList("CHANGQING") + drill.newestList("BEIDOU");
        }
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            String backUp = worksAndIsBackedUp(steps, drill);
            steps.take("it works on", () -> workAfterTheBackUp(drill));
            steps.take("an insurer applies its newest list", () -> {
                VerifiedList before = drill.yunheApplies();
                assertThat(before.manifest().sequence()).isEqualTo(3);
                assertThat(before.log()).isEqualTo(VerifiedList.LogConsistency.SOUND);
            });
            isRestoredAndStopsPublishing(steps, drill, backUp);
            steps.take("every lost file is named", () -> everyFileIsNamed(drill));
            steps.take("settling is refused while uploads are lost", () -> settlingIsRefused(drill, "2 upload(s)"));
            steps.take("the uploads are ingested again", () -> takesInAgain(drill));
            steps.take("settling is refused while a file is held", () -> settlingIsRefused(drill, "1 held file(s)"));
            steps.take(
                    "the held file is released",
                    () -> assertThat(drill.release(HELD).problems()).isEmpty());
            steps.take("it is settled, with a gap for each insurer", () -> {
                SettleRecovery.Outcome settled = drill.settle(false);
                assertThat(settled.recovery().isOpen()).isFalse();
                assertThat(settled.gaps()).hasSize(3).allSatisfy(gap -> {
                    assertThat(gap.first()).isEqualTo(2);
                    assertThat(gap.last()).isEqualTo(3);
                    assertThat(gap.lastManifestSha256()).isPresent();
                });
            });
            PublishReport published = steps.take("lists are published", () -> {
                drill.itIs("2012-09-21T15:00:00+08:00");
                return drill.exchange().publish();
            });
            steps.take("their sequence goes on above the gap", () -> {
                assertThat(published.problems()).isEmpty();
                assertThat(published.delivered())
                        .extracting(list -> list.manifest().sequence())
                        .containsExactly(4, 4, 4);
            });
            steps.take("an insurer applies its list, and sees that the log was turned back", () -> {
                VerifiedList applied = drill.yunheApplies();
                assertThat(applied.manifest().sequence()).isEqualTo(4);
                assertThat(applied.manifest().previousSequence()).hasValue(3);
                assertThat(applied.manifest().beginsChain()).isFalse();
                assertThat(applied.log())
                        .as("an insurer sees that the log was turned back")
                        .isEqualTo(VerifiedList.LogConsistency.FORKED);
            });
            steps.take(
                    "the lists are those of the twin",
                    () -> assertThat(drill.newestList("YUNHE")
                                    + drill.newestList("CHANGQING")
                                    + drill.newestList("BEIDOU"))
                            .isEqualTo(neverRestored));
            steps.take("nothing is doubled", () -> nothingIsDoubled(drill));
        }
    }

    @Test
    void withTheHomeRestoredTooTheDropsAloneTell() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            Path spool = steps.take("the exchange works", () -> {
                workBeforeTheBackUp(drill);
                return drill.copyOf("spool");
            });
            String backUp = steps.take("it is backed up", () -> drill.exchange().backUp());
            worksOnAndAnInsurerApplies(steps, drill);
            steps.take("database and home are restored", () -> {
                drill.restore(backUp);
                drill.putBack(spool, "spool");
                drill.itIs("2012-09-21T14:00:00+08:00");
            });
            steps.take("publishing is stopped", () -> publishingIsStopped(drill));
            steps.take("every lost file is named", () -> everyFileIsNamed(drill));
            steps.take("what was lost is ingested again, settled and published", () -> {
                takesInAgain(drill);
                drill.release(HELD);
                drill.settle(false);
                assertThat(drill.exchange().publish().problems()).isEmpty();
            });
            steps.take(
                    "the insurer applies the list after the gap",
                    () -> assertThat(drill.yunheApplies().manifest().sequence()).isEqualTo(4));
            steps.take("nothing is doubled", () -> nothingIsDoubled(drill));
        }
    }

    @Test
    void anInsurerThatHasDeletedItsDownloadsGetsNoNameTwice() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            String backUp = worksAndIsBackedUp(steps, drill);
            worksOnAndAnInsurerApplies(steps, drill);
            List<String> given = drill.exchange().listing("YUNHE", "download");
            steps.take(
                    "the insurer deletes its downloads",
                    () -> RestoreDrill.empty(drill.exchange().drop("YUNHE", "download")));
            isRestoredAndStopsPublishing(steps, drill, backUp);
            steps.take(
                    "the lists are named, from the spool",
                    () -> assertThat(drill.lost())
                            .as("by our own spool")
                            .contains(
                                    "LIST blocklist-YUNHE-00000003-delta.csv.pgp",
                                    "MANIFEST blocklist-YUNHE-00000003.manifest.json.pgp"));
            steps.take("what was lost is ingested again, settled and published", () -> {
                drill.ingest();
                drill.release(HELD);
                drill.settle(false);
                assertThat(drill.exchange().publish().problems()).isEmpty();
            });
            steps.take("no name comes twice", () -> {
                assertThat(drill.exchange().listing("YUNHE", "download")).doesNotContainAnyElementsOf(given);
                assertThat(drill.yunheApplies().manifest().sequence()).isEqualTo(4);
            });
        }
    }

    @Test
    void theBlockBeginsWhenItWasToldHoweverLateTheUploadIsIngestedAgain() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            String backUp = drill.exchange().backUp();
            anUploadIsIngested(steps, drill);
            steps.take("five weeks later the backup is restored", () -> {
                drill.restore(backUp);
                drill.itIs("2012-10-29T09:00:00+08:00");
            });
            CollectReport again = steps.take("the upload is ingested again", () -> drill.ingest());
            String stem = FIRST.replace(".csv.pgp", "");
            steps.take("nothing fails", () -> assertThat(again.problems()).isEmpty());
            steps.take(
                    "its receipt tells when it came first",
                    () -> assertThat(drill.exchange().receiptOf("YUNHE", stem + ".2"))
                            .satisfies(receipt -> {
                                assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
                                assertThat(receipt.receivedAt()).isEqualTo("2012-09-21T01:00:00Z");
                                assertThat(receipt.effectiveOn()).hasValue(java.time.LocalDate.of(2012, 10, 9));
                            }));
            steps.take(
                    "the log tells why",
                    () -> assertThat(drill.exchange()
                                    .bean(AuditTrail.class)
                                    .search(new AccessSearch(
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of("wang"),
                                            Optional.of(AccessAction.TAKE_IN),
                                            Optional.of("YUNHE"),
                                            Optional.of(stem),
                                            10)))
                            .hasSize(2)
                            .allSatisfy(entry -> assertThat(entry.access().purpose())
                                    .contains("again", "the disk of the database broke")));
        }
    }

    @Test
    void collectingGoesOnMeanwhileButTheNameOfALostUploadStaysTaken() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            String backUp = drill.exchange().backUp();
            anUploadIsIngested(steps, drill);
            steps.take("the backup is restored", () -> drill.restore(backUp));
            steps.take("a file of the same name comes, and a new one", () -> {
                drill.arrives("YUNHE", FIRST, UploadCsv.complaints("2012-09-20", 13810009999L));
                drill.arrives("YUNHE", LATER, UploadCsv.complaints("2012-09-20", 13810008888L));
            });
            CollectReport collected =
                    steps.take("uploads are collected", () -> drill.exchange().collect());
            steps.take("the name stays taken", () -> {
                assertThat(collected.files())
                        .extracting(file -> file.verdict().orElseThrow().status())
                        .containsExactly(ReceiptStatus.REFUSED, ReceiptStatus.ACCEPTED);
                assertThat(collected.problems())
                        .singleElement()
                        .satisfies(left ->
                                assertThat(left.what()).contains("recovery ingest --reason TEXT --insurer YUNHE"));
            });
            String stem = FIRST.replace(".csv.pgp", "");
            steps.take("the lost upload is ingested again", () -> {
                assertThat(drill.exchange().listing("YUNHE", "download")).contains("receipt-" + stem + ".2.json.pgp");
                drill.ingest();
                assertThat(drill.exchange().receiptOf("YUNHE", stem + ".3").status())
                        .isEqualTo(ReceiptStatus.ACCEPTED);
            });
            steps.take("the list holds its number and not the other one", () -> {
                drill.settle(false);
                assertThat(drill.exchange().publish().problems()).isEmpty();
                assertThat(drill.newestList("YUNHE"))
                        .contains("13810001234", "13810008888")
                        .doesNotContain("13810009999");
            });
            steps.take("nothing is doubled", () -> nothingIsDoubled(drill));
        }
    }

    @Test
    void aDecisionThatWasLostIsAskedForAgainThoughTheCopyIsGone() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            steps.take("a file is held", () -> {
                drill.arrives("YUNHE", HELD, mostlyBad());
                drill.exchange().collect();
            });
            String backUp = steps.take(
                    "the database is backed up", () -> drill.exchange().backUp());
            steps.take("the file is released", () -> drill.release(HELD));
            steps.take("the backup is restored", () -> drill.restore(backUp));
            steps.take("publishing is stopped", () -> publishingIsStopped(drill));
            steps.take("settling is refused", () -> settlingIsRefused(drill, "1 held file(s)"));
            steps.take(
                    "the file is ingested again",
                    () -> assertThat(drill.ingest().problems())
                            .as("its copy is back")
                            .isEmpty());
            steps.take("it is released again", () -> {
                assertThat(drill.release(HELD).problems()).isEmpty();

                assertThat(drill.exchange().receiptOf("YUNHE", HELD + ".3").status())
                        .isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
            });
            steps.take("it is settled, and lists are published", () -> {
                assertThat(drill.settle(false).left()).isEmpty();
                assertThat(drill.exchange().publish().problems()).isEmpty();
            });
            steps.take("nothing is doubled", () -> nothingIsDoubled(drill));
        }
    }

    @Test
    void whatIsGivenUpIsNotNoticedAgainAndCanStillBeIngested() throws IOException {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            String backUp = drill.exchange().backUp();
            anUploadIsIngested(steps, drill);
            steps.take("the backup is restored, and publishing is stopped", () -> {
                drill.restore(backUp);
                publishingIsStopped(drill);
            });
            Path archived = drill.exchange().drop("YUNHE", "archive").resolve(FIRST);
            Path elsewhere = steps.take("the upload goes missing", () -> Files.move(archived, folder.resolve(FIRST)));
            steps.take(
                    "it cannot be ingested",
                    () -> assertThat(drill.ingest().problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.what()).contains(FIRST, "under a new name")));
            SettleRecovery.Outcome settled = steps.take("it is given up", () -> drill.settle(true));
            steps.take(
                    "that is recorded",
                    () -> assertThat(settled.recovery().settled())
                            .hasValueSatisfying(
                                    settlement -> assertThat(settlement.force()).isTrue()));
            steps.take("the upload is back, and not noticed again", () -> {
                Files.move(elsewhere, archived);
                assertThat(drill.exchange().publish().problems()).isEmpty();
                assertThat(drill.isOpen()).isFalse();
                assertThatExceptionOfType(BatchException.class)
                        .isThrownBy(() -> drill.settle(false))
                        .is(error(BatchError.NOTHING_TO_SETTLE));
            });
            steps.take("it can still be ingested", () -> {
                assertThat(drill.takeInOne(FIRST).files())
                        .extracting(InboundFile::shownName)
                        .containsExactly(FIRST);
                nothingIsDoubled(drill);
            });
        }
    }

    @Test
    void aChainThatCannotGoOnBeginsAnewWithAFullList() throws IOException {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            steps.take("a list is published", () -> drill.exchange().publish());
            Path spool = drill.copyOf("spool");
            String backUp = drill.exchange().backUp();
            steps.take("two more lists are published and applied", () -> {
                drill.itIs("2012-09-21T10:00:00+08:00");
                drill.exchange().publish();
                drill.exchange().publish();
                assertThat(drill.yunheApplies().manifest().sequence()).isEqualTo(3);
            });
            steps.take(
                    "the newest manifest goes missing",
                    () -> Files.delete(drill.exchange()
                            .drop("YUNHE", "download")
                            .resolve("blocklist-YUNHE-00000003.manifest.json.pgp")));
            isRestoredWithItsSpool(steps, drill, backUp, spool);
            nextListBeginsAChain(steps, drill, 4);
            steps.take("the one after it goes on", () -> {
                drill.exchange().publish();
                assertThat(drill.yunheApplies().manifest().beginsChain())
                        .as("the one after it goes on")
                        .isFalse();
            });
        }
    }

    @Test
    void aListThatWasNeverDeliveredIsNotContinued() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            String backUp = steps.take("a list is delivered and applied, and the next one only sealed", () -> {
                drill.exchange().publish();
                assertThat(drill.yunheApplies().manifest().sequence()).isEqualTo(1);
                String made = drill.exchange().backUp();
                for (String other : List.of("BEIDOU", "CHANGQING")) {
                    drill.exchange()
                            .bean(Insurers.class)
                            .suspend(
                                    new InsurerCode(other),
                                    drill.exchange().clock().instant());
                }
                drill.exchange().breakOffAt(FaultPoint.BETWEEN_LIST_AND_MANIFEST);
                drill.exchange().publish();
                return made;
            });
            steps.take("the backup is restored", () -> drill.restore(backUp));
            nextListBeginsAChain(steps, drill, 3);
        }
    }

    private static void nextListBeginsAChain(Steps steps, RestoreDrill drill, int sequence) {
        steps.take("publishing is stopped", () -> publishingIsStopped(drill));
        steps.take(
                "settling finds no manifest to go on from",
                () -> assertThat(drill.settle(false).gaps())
                        .filteredOn(gap -> gap.insurer().value().equals("YUNHE"))
                        .singleElement()
                        .satisfies(gap -> assertThat(gap.lastManifestSha256()).isEmpty()));
        steps.take("the next list begins a chain, which the insurer applies", () -> {
            drill.exchange().publish();

            VerifiedList applied = drill.yunheApplies();
            assertThat(applied.manifest().sequence()).isEqualTo(sequence);
            assertThat(applied.manifest().beginsChain()).isTrue();
        });
    }

    @Test
    void aListThatOnlyItsInsurerRemembersIsCountedAbove() {
        Steps steps = new Steps();
        try (RestoreDrill drill = new RestoreDrill(folder, "2012-09-21T09:00:00+08:00")) {
            Path spool = drill.copyOf("spool");
            String backUp = drill.exchange().backUp();
            steps.take("a list is published and applied, and lost everywhere else", () -> {
                drill.exchange().publish();
                assertThat(drill.yunheApplies().manifest().sequence()).isEqualTo(1);
                for (String insurer : List.of("YUNHE", "CHANGQING", "BEIDOU")) {
                    RestoreDrill.empty(drill.exchange().drop(insurer, "download"));
                }
            });
            isRestoredWithItsSpool(steps, drill, backUp, spool);
            steps.take(
                    "the insurer tells which list it holds",
                    () -> drill.exchange().bean(SettleRecovery.class).holds(new InsurerCode("YUNHE"), 1));
            steps.take(
                    "settling finds the gap",
                    () -> assertThat(drill.settle(false).gaps())
                            .singleElement()
                            .satisfies(gap -> assertThat(gap.last()).isEqualTo(1)));
            steps.take("the next list is counted above it", () -> {
                drill.exchange().publish();

                VerifiedList applied = drill.yunheApplies();
                assertThat(applied.manifest().sequence()).isEqualTo(2);
                assertThat(applied.manifest().beginsChain()).isTrue();
            });
        }
    }

    private static String worksAndIsBackedUp(Steps steps, RestoreDrill drill) {
        return steps.take("the exchange works and is backed up", () -> {
            workBeforeTheBackUp(drill);
            return drill.exchange().backUp();
        });
    }

    private static void worksOnAndAnInsurerApplies(Steps steps, RestoreDrill drill) {
        steps.take("it works on, and an insurer applies its list", () -> {
            workAfterTheBackUp(drill);
            drill.yunheApplies();
        });
    }

    private static void anUploadIsIngested(Steps steps, RestoreDrill drill) {
        steps.take("an upload is ingested after the backup", () -> {
            drill.arrives("YUNHE", FIRST, UploadCsv.complaints("2012-09-20", 13810001234L));
            drill.exchange().collect();
        });
    }

    private static void isRestoredAndStopsPublishing(Steps steps, RestoreDrill drill, String backUp) {
        steps.take("the backup is restored", () -> {
            drill.restore(backUp);
            drill.itIs("2012-09-21T14:00:00+08:00");
        });
        steps.take("publishing is stopped", () -> publishingIsStopped(drill));
    }

    private static void isRestoredWithItsSpool(Steps steps, RestoreDrill drill, String backUp, Path spool) {
        steps.take("database and spool are restored", () -> {
            drill.restore(backUp);
            drill.putBack(spool, "spool");
        });
    }

    static void workBeforeTheBackUp(RestoreDrill drill) {
        drill.arrives("YUNHE", FIRST, UploadCsv.complaints("2012-09-20", 13810001234L, 13810001235L));
        assertThat(drill.exchange().collect().problems()).isEmpty();
        assertThat(drill.exchange().publish().problems()).isEmpty();
    }

    static void workAfterTheBackUp(RestoreDrill drill) {
        drill.itIs("2012-09-21T11:00:00+08:00");
        drill.arrives("YUNHE", LATER, UploadCsv.complaints("2012-09-20", 13810001236L, 13810001234L));
        drill.arrives("YUNHE", HELD, mostlyBad());
        drill.exchange().place("CHANGQING", BAD, new byte[] {1, 2, 3});
        assertThat(drill.exchange().collect().problems()).isEmpty();
        assertThat(drill.exchange().publish().problems()).isEmpty();
        drill.itIs("2012-09-21T12:00:00+08:00");
        assertThat(drill.release(HELD).problems()).isEmpty();
        assertThat(drill.exchange().publish().problems()).isEmpty();
    }

    private static void publishingIsStopped(RestoreDrill drill) {
        List<String> before = drill.exchange().listing("YUNHE", "download");

        PublishReport stopped = drill.exchange().publish();

        assertThat(stopped.delivered()).isEmpty();
        assertThat(stopped.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.what())
                        .contains("nothing is published", "recovery list", "recovery ingest", "recovery settle"));
        assertThat(drill.exchange().listing("YUNHE", "download")).isEqualTo(before);
        assertThat(drill.isOpen()).isTrue();
    }

    private static void everyFileIsNamed(RestoreDrill drill) {
        String later = LATER.replace(".csv.pgp", "");
        String held = HELD.replace(".csv.pgp", "");
        String bad = BAD.replace(".csv.pgp", "");
        assertThat(drill.lost())
                .contains(
                        "UPLOAD " + LATER,
                        "UPLOAD " + HELD,
                        "UPLOAD " + BAD,
                        "ANSWER receipt-" + later + ".json.pgp",
                        "ANSWER outcome-" + later + ".csv.pgp",
                        "ANSWER receipt-" + held + ".json.pgp",
                        "ANSWER outcome-" + held + ".csv.pgp",
                        "ANSWER receipt-" + held + ".2.json.pgp",
                        "ANSWER outcome-" + held + ".2.csv.pgp",
                        "ANSWER receipt-" + bad + ".json.pgp",
                        "ANSWER outcome-" + bad + ".csv.pgp")
                .hasSize(11 + 3 * 2 * 2);
        for (String insurer : List.of("YUNHE", "CHANGQING", "BEIDOU")) {
            assertThat(drill.lost())
                    .contains(
                            "LIST blocklist-" + insurer + "-00000002-delta.csv.pgp",
                            "LIST blocklist-" + insurer + "-00000003-delta.csv.pgp",
                            "MANIFEST blocklist-" + insurer + "-00000002.manifest.json.pgp",
                            "MANIFEST blocklist-" + insurer + "-00000003.manifest.json.pgp");
        }
    }

    private static void settlingIsRefused(RestoreDrill drill, String because) {
        SettleRecovery.Outcome refused = drill.settle(false);

        assertThat(refused.recovery().isOpen()).isTrue();
        assertThat(refused.left()).anySatisfy(left -> assertThat(left.what()).contains(because));
    }

    private static void takesInAgain(RestoreDrill drill) {
        CollectReport again = drill.ingest();

        assertThat(again.problems()).isEmpty();
        assertThat(again.files())
                .extracting(file ->
                        file.shownName() + " " + file.verdict().orElseThrow().status())
                .containsExactly(BAD + " REFUSED", LATER + " ACCEPTED", HELD + " HELD");
        assertThat(drill.ingest().files()).as("each once").isEmpty();
        assertThat(drill.exchange().listing("YUNHE", "archive")).contains(LATER, HELD);
        assertThat(drill.exchange().listing("YUNHE", "download"))
                .contains(
                        "receipt-" + LATER.replace(".csv.pgp", "") + ".2.json.pgp",
                        "receipt-" + HELD.replace(".csv.pgp", "") + ".3.json.pgp");
    }

    private static void nothingIsDoubled(RestoreDrill drill) {
        drill.exchange().assertRegistryAgrees();
        assertThat(drill.exchange().collect().files())
                .as("the next run finds nothing to do")
                .isEmpty();
        assertThat(drill.isOpen()).isFalse();
    }

    /** Two good rows and eleven landlines. */
    static String mostlyBad() {
        return UploadCsv.complaints("2012-09-20", 13810200000L, 13810200003L) + UploadCsv.landlines("2012-09-20", 11);
    }
}
