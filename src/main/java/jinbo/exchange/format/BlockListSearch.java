package jinbo.exchange.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.format.EntryLine.LineCodeCache;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** Finds entries of a full block list in a file by binary search over its sorted rows. Not thread-safe. */
public final class BlockListSearch implements Closeable {

    private final FileChannel file;
    private final long size;
    private final LineCodeCache lines = new LineCodeCache();

    private BlockListSearch(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    public static BlockListSearch open(Path path) throws IOException, FormatException {
        FileChannel file = FileChannel.open(path);
        try {
            BlockListSearch search = new BlockListSearch(file, file.size());
            BlockListReader.requireHeader(search.read(0, Math.min(search.size, BlockListWriter.HEADER.length)));
            return search;
        } catch (IOException | FormatException e) {
            file.close();
            throw e;
        }
    }

    public long size() {
        return size;
    }

    /** @throws FormatException if a row on the search path is invalid */
    public Optional<BlockListEntry> find(Mobile mobile, LineCode line) throws IOException, FormatException {
        long low = BlockListWriter.HEADER.length;
        long high = size;
        while (low < high) {
            Row row = row(low, (low + high) >>> 1, high);
            int order = row.entry.mobile().compareTo(mobile);
            if (order == 0) {
                order = row.entry.line().compareTo(line);
            }
            if (order == 0) {
                return Optional.of(row.entry);
            }
            if (order < 0) {
                low = row.end;
            } else {
                high = row.begin;
            }
        }
        return Optional.empty();
    }

    /** Reads the row that contains the byte {@code at}; {@code low} and {@code high} are beginnings of rows. */
    private Row row(long low, long at, long high) throws IOException, FormatException {
        long from = Math.max(low, at - BlockListWriter.MAX_ROW_LENGTH);
        byte[] part = read(from, Math.min(high, at + BlockListWriter.MAX_ROW_LENGTH));
        int begin = (int) (at - from);
        int end = begin;
        while (begin > 0 && part[begin - 1] != '\n') {
            begin--;
        }
        while (end < part.length && part[end] != '\n') {
            end++;
        }
        boolean whole = (begin > 0 || from == low) && end < part.length && end > begin && part[end - 1] == '\r';
        Optional<BlockListEntry> entry = whole ? EntryLine.read(part, begin, end - 1, lines) : Optional.empty();
        return new Row(
                from + begin,
                entry.orElseThrow(() -> new FormatException(
                        Manifest.FORMAT, "the line at byte " + at, "is not an entry of a full list")),
                from + end + 1);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private byte[] read(long from, long to) throws IOException {
        ByteBuffer part = ByteBuffer.allocate((int) (to - from));
        while (part.hasRemaining()) {
            if (file.read(part, from + part.position()) < 0) {
                throw new EOFException("The list was cut short while it was searched");
            }
        }
        return part.array();
    }

    private record Row(long begin, BlockListEntry entry, long end) {}
}
