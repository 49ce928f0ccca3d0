package jinbo.exchange.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import jinbo.exchange.format.EntryLine.RowOrder;
import jinbo.platform.files.Sha256;

/** Writes a full block list as CSV in bounded memory. Not thread-safe. */
public final class BlockListWriter implements Closeable {

    static final byte[] HEADER = "mobile,business_line,effective_on,expires_on\r\n".getBytes(StandardCharsets.US_ASCII);

    static final int MAX_ROW_LENGTH = EntryLine.MAX_LENGTH + 2;

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final MessageDigest contentHash = Sha256.start();
    private final ListDigest digest = new ListDigest();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long rows;
    private final RowOrder order = new RowOrder();

    public BlockListWriter(OutputStream out) {
        this.out = out;
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        filled = HEADER.length;
    }

    /** @throws IllegalArgumentException if the entry is not after the previous entry in {@link BlockListEntry#ORDER} */
    public void write(BlockListEntry entry) throws IOException {
        if (!order.rises(entry.mobile().value(), entry.line())) {
            throw new IllegalArgumentException("Entry " + (rows + 1) + " of the list is out of order");
        }
        if (buffer.length - filled < MAX_ROW_LENGTH) {
            drain();
        }
        int end = EntryLine.put(entry, buffer, filled);
        digest.addLine(buffer, filled, end - filled);
        buffer[end] = '\r';
        buffer[end + 1] = '\n';
        filled = end + 2;
        rows++;
    }

    /** Writes the buffered rows and returns the summary; nothing may be written afterwards. */
    public BlockListSummary finish() throws IOException {
        drain();
        out.flush();
        return new BlockListSummary(rows, HexFormat.of().formatHex(contentHash.digest()), digest.hex());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void drain() throws IOException {
        contentHash.update(buffer, 0, filled);
        out.write(buffer, 0, filled);
        filled = 0;
    }

    public record BlockListSummary(long rows, String contentSha256, String listDigest) {}
}
