package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.LogExport.EntryCountMismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {

    private static final NaiveTree NAIVE = NaiveTree.of(70_000);

    @TempDir
    Path temp;

    private final InMemoryTileStore tiles = new InMemoryTileStore();
    private final MerkleTree tree = new MerkleTree(tiles, 0).append(NAIVE.leaves());

    /** The numbers of the example in C2SP tlog-tiles. */
    @Test
    void exportOf70000EntriesHasTilesOfSpecification() throws Exception {
        Path folder = export(70_000);

        List<String> paths = files(folder);
        assertThat(paths.stream().filter(path -> path.matches("tile/0/[0-9]{3}")))
                .hasSize(273);
        assertThat(paths.stream().filter(path -> path.matches("tile/entries/[0-9]{3}")))
                .hasSize(273);
        assertThat(paths)
                .contains(
                        "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1")
                .contains("checkpoint", "log.vkey")
                .hasSize(2 * 274 + 5);
    }

    @Test
    void exportedFilesHavePathsAndContent() throws Exception {
        Path folder = export(600);
        assertThat(folder.resolve("tile/0/001")).hasSize(256L * TreeHash.LENGTH);
        assertThat(folder.resolve("tile/0/002.p/88")).hasSize(88L * TreeHash.LENGTH);
        assertThat(folder.resolve("tile/entries/001")).hasBinaryContent(bundle(256, 512));
        assertThat(folder.resolve("tile/entries/002.p/88")).hasBinaryContent(bundle(512, 600));
        VerifierKey key = SampleKeys.log().verifierKey();
        assertThat(folder.resolve("log.vkey")).hasContent(key + "\n");
        assertThat(Checkpoint.open(SignedNote.parse(Files.readString(folder.resolve("checkpoint"))), key))
                .isEqualTo(new Checkpoint(SampleKeys.LOG_NAME, 600, NAIVE.root(600)));
    }

    @Test
    void exportsGrownLogAtSizeOfCheckpoint() throws Exception {
        Path later = export(600);
        InMemoryTileStore smaller = new InMemoryTileStore();
        MerkleTree before = new MerkleTree(smaller, 0).append(NAIVE.leaves().subList(0, 600));
        Path then = temp.resolve("then");
        new LogExport(then)
                .write(
                        head(600),
                        SampleKeys.log().verifierKey(),
                        before.tiles(),
                        entries(600).iterator());

        assertThat(files(later)).isEqualTo(files(then));
        for (String name : files(then)) {
            assertThat(later.resolve(name)).hasSameBinaryContentAs(then.resolve(name));
        }
    }

    @Test
    void exportOfEmptyLogHasCheckpointAndNoTiles() throws Exception {
        assertThat(files(export(0))).containsExactly("checkpoint", "log.vkey");
    }

    @Test
    void folderIsReadableByOwnerOnly() throws Exception {
        assertThat(Files.getPosixFilePermissions(export(1))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void leavesNonEmptyFolderUnchanged() throws IOException {
        Files.writeString(temp.resolve("notes"), "mine");

        assertThatThrownBy(() -> new LogExport(temp)
                        .write(
                                head(1),
                                SampleKeys.log().verifierKey(),
                                tiles,
                                entries(1).iterator()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(files(temp)).containsExactly("notes");
    }

    @Test
    void exportWithWrongNumberOfEntriesHasNoCheckpoint() throws IOException {
        for (int there : List.of(0, 255, 299, 301)) {
            Path folder = temp.resolve("export-" + there);

            assertThatThrownBy(() -> new LogExport(folder)
                            .write(
                                    head(300),
                                    SampleKeys.log().verifierKey(),
                                    tiles,
                                    entries(there).iterator()))
                    .isInstanceOf(EntryCountMismatchException.class)
                    .hasMessageContaining("there are " + there);
            assertThat(files(folder)).doesNotContain("checkpoint");
        }
    }

    @Test
    void exportWithMissingTileHasNoCheckpoint() throws IOException {
        tiles.remove(0, 1);
        Path folder = temp.resolve("export");

        assertThatThrownBy(() -> new LogExport(folder)
                        .write(
                                head(600),
                                SampleKeys.log().verifierKey(),
                                tiles,
                                entries(600).iterator()))
                .isInstanceOf(TileDamagedException.class);
        assertThat(files(folder)).doesNotContain("checkpoint");
    }

    @Test
    void refusesToExportCheckpointOfAnotherKey() {
        Path folder = temp.resolve("export");

        assertThatThrownBy(() -> new LogExport(folder)
                        .write(
                                head(1),
                                SampleKeys.other("another.invalid").verifierKey(),
                                tiles,
                                entries(1).iterator()))
                .isInstanceOf(UnverifiedNoteException.class);
        assertThat(folder).doesNotExist();
    }

    private Path export(int size) throws IOException, TlogException {
        Path folder = temp.resolve("export-of-" + size);
        new LogExport(folder)
                .write(
                        head(size),
                        SampleKeys.log().verifierKey(),
                        tiles,
                        entries(size).iterator());
        return folder;
    }

    private SignedNote head(int size) {
        return new Checkpoint(SampleKeys.LOG_NAME, size, tree.at(size).root()).sign(SampleKeys.log());
    }

    private static List<byte[]> entries(int size) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(NaiveTree.entry(i));
        }
        return entries;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bundle(int from, int to) {
        return EntryBundle.write(
                IntStream.range(from, to).mapToObj(NaiveTree::entry).toList());
    }
}
