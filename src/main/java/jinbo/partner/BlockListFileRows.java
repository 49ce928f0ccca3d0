package jinbo.partner;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;

/** The rows of a full block list in a file, one after the other. */
final class BlockListFileRows implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final InputStream file;
    private final byte[] row = new byte[BlockListFileRow.LENGTH];
    private long last;

    private BlockListFileRows(InputStream file) {
        this.file = file;
    }

    static BlockListFileRows open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            file.skipNBytes(BlockListFileRow.HEADER);
            return new BlockListFileRows(file);
        } catch (EOFException e) {
            file.close();
            throw BlockListFileRow.damaged();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * The next row, or empty after the last one.
     *
     * @throws IOException if the file cannot be read, or is no list any more
     */
    Optional<BlockListEntry> next() throws IOException {
        int read = file.readNBytes(row, 0, row.length);
        if (read == 0) {
            return Optional.empty();
        }
        if (read < row.length) {
            throw BlockListFileRow.damaged();
        }
        BlockListEntry entry = BlockListFileRow.entry(row);
        if (entry.mobile().value() <= last) {
            throw BlockListFileRow.damaged();
        }
        last = entry.mobile().value();
        return Optional.of(entry);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
