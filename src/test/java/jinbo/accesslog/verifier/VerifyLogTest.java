package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies sound logs, and logs that were changed without the key. */
class VerifyLogTest {

    private static final LogFixture LOG = LogFixture.of(300);

    @TempDir
    private Path folder;

    private Path key;

    @BeforeEach
    void theAuditorHasTheKeyFromElsewhere() {
        key = LogFixture.write(folder.resolve("kept/key"), LogFixture.SIGNER.key());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 300, 1000})
    void aLogOfAnySizeIsWhole(int size) {
        VerificationOutcome verificationOutcome = verify(LogFixture.of(size).export(folder.resolve("export")));

        assertThat(verificationOutcome).isInstanceOfSatisfying(VerificationOutcome.Whole.class, whole -> {
            assertThat(whole.size()).isEqualTo(size);
            assertThat(whole.open()).isEqualTo(size % 2);
        });
    }

    @Test
    void aLogWithThreeLevelsOfTilesIsWhole() {
        assertThat(verify(LogFixture.of(70_000).export(folder.resolve("export"))))
                .matches(VerificationOutcome::isWhole);
    }

    @Test
    void anAccessThatDidNotEndIsListedAndNoFault() {
        VerificationOutcome verificationOutcome = verify(LogFixture.of(301).export(folder.resolve("export")));

        assertThat(verificationOutcome)
                .isInstanceOfSatisfying(
                        VerificationOutcome.Whole.class,
                        whole -> assertThat(whole.firstOpen()).singleElement().satisfies(open -> {
                            assertThat(open.index()).isEqualTo(300);
                            assertThat(open.id()).isEqualTo(910);
                            assertThat(open.actor()).isEqualTo("batch");
                            assertThat(open.object()).contains("complaints-YUNHE-20120921-001");
                        }));
    }

    @Test
    void aResultMayStandBeforeItsIntentAndEntriesALittleOutOfOrder() {
        assertThat(verify(changed(entries -> swapped(entries, 100, 101)).export(folder.resolve("export"))))
                .matches(VerificationOutcome::isWhole);
    }

    @Test
    void anEntryThatWasChangedIsNamed() {
        String lied = LOG.entries().get(17).replace("\"numbers\":24", "\"numbers\":23");
        LOG.export(folder.resolve("export"));
        List<String> bundle = LOG.with(17, lied).entries().subList(0, 256);
        LogFixture.write(folder.resolve("export/tile/entries/000"), LogFixture.bundle(bundle));

        assertBroken(verify(folder.resolve("export")), 17, 17, Fault.ENTRY_NOT_IN_TILE);
    }

    @Test
    void anEntryThatWasChangedWithItsTilesIsFoundByTheRoot() {
        assertBroken(
                verifyChanged(entries -> with(entries, 17, entries.get(17).replace(":24}", ":23}"))),
                0,
                299,
                Fault.ROOT_OTHER);
    }

    @Test
    void aKeptCheckpointNarrowsWhereTheFirstWrongEntryIs() {
        LogFixture lied = LOG.with(17, LOG.entries().get(17).replace(":24}", ":23}"));
        Path export = lied.export(folder.resolve("export"), LOG.checkpoint());

        VerificationOutcome verificationOutcome = verify(
                export, checkpoint("a", LOG.first(10)), checkpoint("b", LOG.first(40)), checkpoint("c", LOG.first(90)));

        assertBroken(verificationOutcome, 10, 39, Fault.CHECKPOINT_FORKED);
    }

    @Test
    void anEntryThatWasRemovedIsFound() {
        assertBroken(verifyChanged(entries -> without(entries, 16)), 256, 299, Fault.FILE_MISSING);
        assertBroken(verifyExportOfOtherSize(entries -> without(entries, 16)), 16, 16, Fault.INTENT_MISSING);
    }

    @Test
    void anEntryThatWasDoubledIsNamed() {
        assertBroken(
                verifyChanged(entries -> inserted(without(entries, 299), 17, entries.get(16))),
                17,
                17,
                Fault.ID_REPEATED);
    }

    @Test
    void aResultThatWasDoubledIsNamed() {
        assertBroken(
                verifyChanged(entries -> with(entries, 19, LogFixture.result(67, 58, 19))),
                19,
                19,
                Fault.INTENT_ENDED_TWICE);
    }

    @Test
    void entriesThatWereSwappedAreFoundByTheRoot() {
        assertBroken(verifyChanged(entries -> swapped(entries, 16, 17)), 0, 299, Fault.ROOT_OTHER);
    }

    @Test
    void anEntryThatWasInsertedIsFoundByTheRoot() {
        assertBroken(
                verifyChanged(entries -> inserted(without(entries, 298), 20, LogFixture.intent(9999, 20))),
                0,
                299,
                Fault.ROOT_OTHER);
    }

    @Test
    void anEntryThatWasBackDatedIsNamed() {
        assertBroken(
                verifyChanged(entries -> with(entries, 200, LogFixture.intent(610, 100))),
                200,
                200,
                Fault.TIME_GOES_BACK);
    }

    @Test
    void aSignedLogInWhichAResultTellsOfAnotherAccessIsNotWhole() {
        LogFixture lied = LOG.with(17, LOG.entries().get(17).replace("YUNHE", "BEIDOU"));

        assertBroken(verify(lied.export(folder.resolve("export"))), 17, 17, Fault.RESULT_OF_OTHER_ACCESS);
    }

    @Test
    void aSignedLogInWhichAResultEndsNoIntentIsNotWhole() {
        LogFixture lied = LOG.with(19, LogFixture.result(67, 61, 19));

        assertBroken(verify(lied.export(folder.resolve("export"))), 19, 19, Fault.INTENT_IS_NONE);
    }

    @Test
    void aForkAgainstAnOlderCheckpointIsToldApartFromDamage() {
        LogFixture fork = LOG.with(17, LOG.entries().get(17).replace(":24}", ":23}"));
        Path export = fork.export(folder.resolve("export"));

        assertNotConsistent(verify(export, checkpoint("old", LOG.first(20))), Fault.CHECKPOINT_FORKED);
        assertThat(verify(export, checkpoint("older", LOG.first(17)))).matches(VerificationOutcome::isWhole);
        assertNotConsistent(verify(export, checkpoint("same", LOG)), Fault.CHECKPOINT_FORKED);
    }

    @Test
    void aLogThatWasSetBackShowsAgainstANewerCheckpoint() {
        Path export = LOG.first(298).export(folder.resolve("export"));

        VerificationOutcome verificationOutcome = verify(export, checkpoint("newer", LOG));

        assertNotConsistent(verificationOutcome, Fault.CHECKPOINT_NEWER);
        assertThat(verificationOutcome.sentence(Locale.ROOT)).contains("entries there: 300, here: 298");
    }

    @Test
    void truncationUnderTheOldCheckpointShows() {
        Path export = LOG.first(298).export(folder.resolve("export"), LOG.checkpoint());

        assertBroken(verify(export), 256, 299, Fault.FILE_MISSING);
    }

    @Test
    void keptCheckpointsThatAgreeAreCounted() {
        Path export = LOG.export(folder.resolve("export"));

        VerificationOutcome verificationOutcome = verify(
                export, checkpoint("0", LOG.first(0)), checkpoint("256", LOG.first(256)), checkpoint("300", LOG));

        assertThat(verificationOutcome)
                .isInstanceOfSatisfying(
                        VerificationOutcome.Whole.class,
                        whole -> assertThat(whole.kept()).isEqualTo(3));
    }

    @Test
    void aMissingTileIsNamedWithTheEntriesBelowIt() throws Exception {
        Path export = LOG.export(folder.resolve("export"));
        Files.delete(export.resolve("tile/0/001.p/44"));

        assertBroken(verify(export), 256, 299, Fault.FILE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, -32, 32})
    void aTileThatWasCutOffOrExtendedIsNamed(int bytes) throws Exception {
        Path export = LOG.export(folder.resolve("export"));
        Path tile = export.resolve("tile/0/000");
        Files.write(tile, java.util.Arrays.copyOf(Files.readAllBytes(tile), 8192 + bytes));

        assertThat(verify(export))
                .isInstanceOfSatisfying(
                        VerificationOutcome.Broken.class,
                        broken -> assertThat(broken.file()).isEqualTo("tile/0/000"));
    }

    @Test
    void aPartialTileInAFullOnesPlaceIsNotExpected() throws Exception {
        Path export = LOG.export(folder.resolve("export"));
        Files.createDirectories(export.resolve("tile/0/000.p"));
        Files.move(export.resolve("tile/0/000"), export.resolve("tile/0/000.p/255"));

        assertBroken(verify(export), 0, 255, Fault.FILE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note.txt",
                "tile/0/002",
                "tile/2/000.p/1",
                "tile/entries/002",
                "tile/0/001.p/43",
                "tile/0/x000/000",
                "tile/0/000.p/256",
                "tile/00/000",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/9/000",
                "tile/0/0000"
            })
    void aFileThatDoesNotBelongIsNamed(String name) {
        Path export = LOG.export(folder.resolve("export"));
        LogFixture.write(export.resolve(name), new byte[32]);

        assertUnreadable(verify(export), name, Fault.FILE_NOT_EXPECTED);
    }

    @Test
    void aLinkOutOfTheExportIsNotFollowed() throws Exception {
        Path export = LOG.export(folder.resolve("export"));
        Path tile = export.resolve("tile/0/000");
        Files.move(tile, folder.resolve("elsewhere"));
        Files.createSymbolicLink(tile, folder.resolve("elsewhere"));

        assertUnreadable(verify(export), "tile/0/000", Fault.FILE_UNUSABLE);
    }

    @Test
    void anExportCanBeGivenAsALink() throws Exception {
        LOG.export(folder.resolve("export"));

        assertThat(verify(Files.createSymbolicLink(folder.resolve("link"), folder.resolve("export")))
                        .isWhole())
                .isTrue();
    }

    @Test
    void aHugeSizeAllocatesNothing() {
        Path export = LOG.export(folder.resolve("export"), LogFixture.SIGNER.checkpoint(Long.MAX_VALUE, new byte[32]));

        assertThat(verify(export).isWhole()).isFalse();
    }

    @Test
    void anotherKeyBesideTheLogIsFound() {
        Path export = LOG.export(folder.resolve("export"));
        LogFixture.write(
                export.resolve("log.vkey"),
                NoteSigner.of(LogFixture.SIGNER.name(), 2).key() + "\n");

        assertUnreadable(verify(export), "log.vkey", Fault.KEY_OTHER);
    }

    @Test
    void aFolderWithoutAnExportIsToldAsSuch() {
        assertThat(verify(folder.resolve("nowhere")).sentence(Locale.ROOT)).contains("nowhere", "The file is missing");
    }

    private VerificationOutcome verify(Path export, Path... checkpoints) {
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                .verify(key, export, List.of(checkpoints), List.of());
    }

    /** Changes entries and tiles consistently, under the original checkpoint. */
    private VerificationOutcome verifyChanged(UnaryOperator<List<String>> change) {
        return verify(changed(change).export(folder.resolve("export"), LOG.checkpoint()));
    }

    /** As the log's owner could do with the key. */
    private VerificationOutcome verifyExportOfOtherSize(UnaryOperator<List<String>> change) {
        return verify(changed(change).export(folder.resolve("signed")));
    }

    private Path checkpoint(String name, LogFixture log) {
        return LogFixture.write(folder.resolve("kept/" + name), log.checkpoint());
    }

    private static LogFixture changed(UnaryOperator<List<String>> change) {
        return new LogFixture(change.apply(LOG.entries()));
    }

    private static List<String> with(List<String> entries, int index, String entry) {
        List<String> changed = new ArrayList<>(entries);
        changed.set(index, entry);
        return changed;
    }

    private static List<String> without(List<String> entries, int index) {
        List<String> changed = new ArrayList<>(entries);
        changed.remove(index);
        return changed;
    }

    private static List<String> inserted(List<String> entries, int index, String entry) {
        List<String> changed = new ArrayList<>(entries);
        changed.add(index, entry);
        return changed;
    }

    private static List<String> swapped(List<String> entries, int one, int other) {
        List<String> changed = new ArrayList<>(entries);
        Collections.swap(changed, one, other);
        return changed;
    }

    private static void assertBroken(VerificationOutcome verificationOutcome, long from, long to, Fault fault) {
        assertThat(verificationOutcome).isInstanceOfSatisfying(VerificationOutcome.Broken.class, broken -> {
            assertThat(broken.finding().fault()).isEqualTo(fault);
            assertThat(broken.from()).isEqualTo(from);
            assertThat(broken.to()).isEqualTo(to);
        });
    }

    private static void assertNotConsistent(VerificationOutcome verificationOutcome, Fault fault) {
        assertThat(verificationOutcome)
                .isInstanceOfSatisfying(
                        VerificationOutcome.NotConsistent.class,
                        found -> assertThat(found.finding().fault()).isEqualTo(fault));
    }

    private static void assertUnreadable(VerificationOutcome verificationOutcome, String file, Fault fault) {
        assertThat(verificationOutcome).isInstanceOfSatisfying(VerificationOutcome.Unreadable.class, unreadable -> {
            assertThat(unreadable.file()).isEqualTo(file);
            assertThat(unreadable.finding().fault()).isEqualTo(fault);
        });
    }
}
