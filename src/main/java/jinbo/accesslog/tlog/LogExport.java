package jinbo.accesslog.tlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * Exports a log to an absent or empty folder for auditors (C2SP tlog-tiles). It verifies nothing, so that a damaged log
 * can be exported, too, and the verifier can name the wrong entry.
 */
public record LogExport(Path folder) {

    /**
     * Writes the folder, with one bundle of entries at a time in memory. The checkpoint is written last.
     *
     * @param head the checkpoint to export; the log and its tiles may have grown since it was signed
     * @throws FileAlreadyExistsException if the folder is not empty
     * @throws TlogException if the head is not a checkpoint of this key
     * @throws TileDamagedException if a tile is missing or too short
     * @throws EntryCountMismatchException if the number of entries differs from the checkpoint
     */
    public void write(SignedNote head, VerifierKey key, TileStore tileStore, Iterator<byte[]> entries)
            throws IOException, TlogException {
        long size = Checkpoint.open(head, key).size();
        begin();
        for (int level = 0; Tile.hashesAt(size, level) > 0; level++) {
            hashes(tileStore, size, level);
        }
        bundles(entries, size);
        file("log.vkey", (key + "\n").getBytes(StandardCharsets.UTF_8));
        file("checkpoint", head.bytes());
    }

    private void begin() throws IOException {
        OwnerOnlyPermissions.createFolder(folder);
        if (!FolderWalk.list(folder).isEmpty()) {
            throw new FileAlreadyExistsException(folder.toString(), null, "the folder is not empty");
        }
    }

    private void hashes(TileStore tileStore, long size, int level) throws IOException {
        long index = 0;
        for (int width = Tile.widthAt(size, level, 0); width > 0; width = Tile.widthAt(size, level, ++index)) {
            file(TilePath.hashes(level, index, width).toString(), TreeNodes.read(tileStore, size, level, index));
        }
    }

    private void bundles(Iterator<byte[]> entries, long size) throws IOException {
        long index = 0;
        for (int width = Tile.widthAt(size, 0, 0); width > 0; width = Tile.widthAt(size, 0, ++index)) {
            List<byte[]> bundle = new ArrayList<>(width);
            while (bundle.size() < width && entries.hasNext()) {
                bundle.add(entries.next());
            }
            if (bundle.size() < width) {
                throw new EntryCountMismatchException(size, index * Tile.WIDTH + bundle.size());
            }
            file(TilePath.entries(index, width).toString(), EntryBundle.write(bundle));
        }
        if (entries.hasNext()) {
            throw new EntryCountMismatchException(size, size + 1);
        }
    }

    private void file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        OwnerOnlyPermissions.createFolder(file.getParent());
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyPermissions.create(file))) {
            out.write(content);
        }
    }

    public static final class EntryCountMismatchException extends RuntimeException {

        EntryCountMismatchException(long size, long found) {
            super("The checkpoint covers " + size + " entries, and there are " + found
                    + (found > size ? " or more" : "") + "; entries were removed or added behind the log's back");
        }
    }

    /**
     * The path of a tile or, if there is no level, of a bundle (C2SP tlog-tiles), for example {@code
     * tile/0/x001/x234/067}.
     */
    public record TilePath(OptionalInt level, long index, int width) {

        private static final int GROUP = 1000;
        private static final int MOST_LEVELS = 64;

        /** A limit, so that the index of a tile's first hash is a {@code long}, too. */
        private static final long MOST_TILES = Long.MAX_VALUE / Tile.WIDTH;

        public TilePath {
            boolean levelExists = level.isEmpty() || (level.getAsInt() >= 0 && level.getAsInt() < MOST_LEVELS);
            if (!levelExists || index < 0 || index > MOST_TILES || width < 1 || width > Tile.WIDTH) {
                throw new IllegalArgumentException("No tile " + index + " of width " + width + " is on this level");
            }
        }

        public static TilePath hashes(int level, long index, int width) {
            return new TilePath(OptionalInt.of(level), index, width);
        }

        public static TilePath entries(long index, int width) {
            return new TilePath(OptionalInt.empty(), index, width);
        }

        /** Relative to the export, with slashes. */
        @Override
        public String toString() {
            StringBuilder groups = new StringBuilder(group(index));
            for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
                groups.insert(0, "x" + group(rest) + "/");
            }
            String kind = level.isPresent() ? Integer.toString(level.getAsInt()) : "entries";
            return "tile/" + kind + "/" + groups + (width < Tile.WIDTH ? ".p/" + width : "");
        }

        private static String group(long number) {
            return String.format(java.util.Locale.ROOT, "%03d", number % GROUP);
        }
    }
}
