package jinbo.exchange.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import jinbo.platform.files.Sha256;

/**
 * Writes a full block list: header, CRLF, entries by rising number. Memory does not grow with the list. Not for several
 * threads at once.
 */
public final class BlockListWriter implements Closeable {

    static final byte[] HEADER = "mobile,effective_on,expires_on\r\n".getBytes(StandardCharsets.US_ASCII);
    static final int ROW_LENGTH = EntryLine.LENGTH + 2;

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final MessageDigest content = Sha256.start();
    private final ListDigest digest = new ListDigest();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long rows;
    private long last;

    /** Writes the header; the stream is closed together with this writer. */
    public BlockListWriter(OutputStream out) {
        this.out = out;
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        filled = HEADER.length;
    }

    /**
     * Adds an entry.
     *
     * @throws IllegalArgumentException if its number is not above that of the entry before it
     */
    public void write(BlockListEntry entry) throws IOException {
        if (entry.mobile().value() <= last) {
            throw new IllegalArgumentException("Entry " + (rows + 1) + " of the list is not above the one before it");
        }
        last = entry.mobile().value();
        if (buffer.length - filled < ROW_LENGTH) {
            drain();
        }
        EntryLine.put(entry, buffer, filled);
        digest.addLine(buffer, filled);
        buffer[filled + EntryLine.LENGTH] = '\r';
        buffer[filled + EntryLine.LENGTH + 1] = '\n';
        filled += ROW_LENGTH;
        rows++;
    }

    /** Writes out what is left and says what the list holds; nothing may be added afterwards. */
    public BlockListSummary finish() throws IOException {
        drain();
        out.flush();
        return new BlockListSummary(rows, HexFormat.of().formatHex(content.digest()), digest.hex());
    }

    /** Closes the stream; a list that was not finished stays cut short. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void drain() throws IOException {
        content.update(buffer, 0, filled);
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
