package jinbo.accesslog.verifier;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files of an export. Symbolic links are not followed, because they could lead out of the folder. */
record ExportFolder(Path folder) {

    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "log.vkey";

    private static final int LENGTH_BYTES = 2;
    private static final int LONGEST_ENTRY = 65_535;

    byte[] checkpoint() throws VerificationStoppedException {
        return read(CHECKPOINT, Checkpoint.MOST_BYTES);
    }

    /** @throws VerificationStoppedException if the key in the export is not the auditor's */
    void compareKey(VerifierKey key) throws VerificationStoppedException {
        if (!Files.exists(folder.resolve(KEY), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (!VerifierKey.parse(NoteText.of(read(KEY, VerifierKey.MOST_BYTES)))
                    .isSameAs(key)) {
                throw new MalformedException(Fault.KEY_OTHER);
            }
        } catch (MalformedException e) {
            throw VerificationStoppedException.unreadable(KEY, e.finding());
        }
    }

    byte[] tile(TilePath tile, long firstEntry, long lastEntry) throws VerificationStoppedException {
        int length = tile.width() * Hash.BYTES;
        byte[] hashes = read(tile, length, firstEntry, lastEntry);
        if (hashes.length != length) {
            Finding finding = Finding.of(Fault.TILE_LENGTH, tile.width());
            throw VerificationStoppedException.broken(tile, firstEntry, lastEntry, finding);
        }
        return hashes;
    }

    /** Reads a bundle: entries, each preceded by its length. */
    byte[] bundle(TilePath bundle, long firstEntry, long lastEntry) throws VerificationStoppedException {
        return read(bundle, bundle.width() * (LENGTH_BYTES + LONGEST_ENTRY), firstEntry, lastEntry);
    }

    /** @throws VerificationStoppedException if the folder has a file that does not belong to an export of this size */
    void refuseSurplus(TreeShape shape) throws VerificationStoppedException {
        Optional<String> surplus;
        try {
            // the folder itself may be a link
            Path root = folder.toRealPath();
            try (Stream<Path> files = Files.walk(root)) {
                surplus = files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                                || !belongs(nameOf(root, file), shape))
                        .map(file -> nameOf(root, file))
                        .findFirst();
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(folder, Fault.FILE_UNUSABLE);
        }
        if (surplus.isPresent()) {
            throw unreadable(surplus.get(), Fault.FILE_NOT_EXPECTED);
        }
    }

    private static boolean belongs(String name, TreeShape shape) {
        return Set.of(CHECKPOINT, KEY).contains(name)
                || TilePath.read(name)
                        .filter(tile -> shape.width(
                                                tile.level().equals(TilePath.ENTRIES)
                                                        ? 0
                                                        : Integer.parseInt(tile.level()),
                                                tile.number())
                                        .orElse(0)
                                == tile.width())
                        .isPresent();
    }

    private static String nameOf(Path root, Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private byte[] read(TilePath tile, int most, long firstEntry, long lastEntry) throws VerificationStoppedException {
        String name = tile.toString();
        try {
            return BoundedFileReader.read(folder.resolve(name), most, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw VerificationStoppedException.broken(name, firstEntry, lastEntry, Finding.of(Fault.FILE_MISSING));
        } catch (MalformedException e) {
            throw VerificationStoppedException.broken(name, firstEntry, lastEntry, e.finding());
        } catch (IOException e) {
            throw unreadable(name, Fault.FILE_UNUSABLE);
        }
    }

    private byte[] read(String name, int most) throws VerificationStoppedException {
        try {
            return BoundedFileReader.read(folder.resolve(name), most, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw unreadable(folder.resolve(name), Fault.FILE_MISSING);
        } catch (MalformedException e) {
            throw VerificationStoppedException.unreadable(name, e.finding());
        } catch (IOException e) {
            throw unreadable(name, Fault.FILE_UNUSABLE);
        }
    }

    private static VerificationStoppedException unreadable(Object file, Fault fault) {
        return VerificationStoppedException.unreadable(file, Finding.of(fault));
    }
}
