package jinbo.partner;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.BlockListEntry;
import jinbo.mobile.Mobile;

/**
 * A full block list in a file, searched where it lies: its rows have one width and rise by number
 * ({@code exchange-formats/blocklist/v1/README.md}), so the middle of any part can be asked for.
 */
final class SortedRows implements Closeable {

    private static final int HEADER = "mobile,effective_on,expires_on\r\n".length();
    private static final int ROW = "13800000000,2012-10-09,2014-10-09\r\n".length();
    private static final int MOBILE_DIGITS = 11;

    private final FileChannel file;
    private final long rows;
    private final ByteBuffer row = ByteBuffer.allocate(ROW);

    private SortedRows(FileChannel file, long rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * @throws IOException if the file has not the length of so many rows
     */
    static SortedRows open(Path path, long rows) throws IOException {
        FileChannel file = FileChannel.open(path);
        if (file.size() != HEADER + rows * ROW) {
            file.close();
            throw new IOException(path + " is not the list that was applied: its length is another; apply a full list");
        }
        return new SortedRows(file, rows);
    }

    Optional<BlockListEntry> find(Mobile mobile) throws IOException {
        long low = 0;
        long high = rows - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            String text = text(middle);
            long there = number(text);
            if (there == mobile.value()) {
                return Optional.of(entry(mobile, text));
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

    private String text(long index) throws IOException {
        row.clear();
        long at = HEADER + index * ROW;
        while (row.hasRemaining()) {
            int read = file.read(row, at + row.position());
            if (read < 0) {
                throw new EOFException("The applied list was cut short while it was searched");
            }
        }
        return new String(row.array(), StandardCharsets.US_ASCII);
    }

    private static long number(String text) throws IOException {
        try {
            return Long.parseLong(text, 0, MOBILE_DIGITS, 10);
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private static BlockListEntry entry(Mobile mobile, String text) throws IOException {
        try {
            return new BlockListEntry(
                    mobile, LocalDate.parse(text.substring(12, 22)), LocalDate.parse(text.substring(23, 33)));
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    /** Without the cause, whose text repeats the row. */
    private static IOException damaged() {
        return new IOException("A row of the applied list is damaged; apply a full list");
    }
}
