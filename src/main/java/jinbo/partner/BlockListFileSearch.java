package jinbo.partner;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;
import jinbo.reference.phone.Mobile;

/**
 * A full block list in a file, searched where it lies: its rows have one width and rise by number, so the middle of any part
 * can be asked for.
 */
final class BlockListFileSearch implements Closeable {

    private final FileChannel file;
    private final long rows;
    private final ByteBuffer row = ByteBuffer.allocate(BlockListFileRow.LENGTH);

    private BlockListFileSearch(FileChannel file, long rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * @throws BlockListDamagedException if the file has not the length of so many rows
     */
    static BlockListFileSearch open(Path path, long rows) throws IOException {
        FileChannel file = FileChannel.open(path);
        if (file.size() != BlockListFileRow.HEADER + rows * BlockListFileRow.LENGTH) {
            file.close();
            throw new BlockListDamagedException(path
                    + " is not the list that was applied: its length is another; make no sales call, and run partner"
                    + " sync, which makes it anew or has us apply a full list");
        }
        return new BlockListFileSearch(file, rows);
    }

    /** A list that says itself how many rows it has; empty where there is none. */
    static Optional<BlockListFileSearch> openIfThere(Path path) throws IOException {
        try {
            return Optional.of(open(path, (Files.size(path) - BlockListFileRow.HEADER) / BlockListFileRow.LENGTH));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    Optional<BlockListEntry> find(Mobile mobile) throws IOException {
        long low = 0;
        long high = rows - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            byte[] bytes = bytes(middle);
            long there = BlockListFileRow.number(bytes);
            if (there == mobile.value()) {
                return Optional.of(BlockListFileRow.entry(bytes));
            }
            if (there < mobile.value()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private byte[] bytes(long index) throws IOException {
        row.clear();
        long at = BlockListFileRow.HEADER + index * BlockListFileRow.LENGTH;
        while (row.hasRemaining()) {
            int read = file.read(row, at + row.position());
            if (read < 0) {
                throw new EOFException("The applied list was cut short while it was searched");
            }
        }
        return row.array();
    }
}
