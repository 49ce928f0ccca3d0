package jinbo.exchange.format;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import jinbo.exchange.format.EntryLine.RowOrder;
import jinbo.platform.files.Sha256;

/** Writes a full block list as CSV in bounded memory. Not thread-safe. */
public final class BlockListWriter implements Closeable {

    static final byte[] HEADER = "mobile,business_line,effective_on,expires_on\r\n".getBytes(StandardCharsets.US_ASCII);

    static final int MAX_ROW_LENGTH = EntryLine.MAX_LENGTH + 2;

    private static final int BUFFER = 1 << 16;

    private final MessageDigest contentHash = Sha256.start();
    private final OutputStream out;
    private final ListDigest digest = new ListDigest();
    private final byte[] row = new byte[MAX_ROW_LENGTH];
    private long rows;
    private final RowOrder order = new RowOrder();

    public BlockListWriter(OutputStream out) throws IOException {
        this.out = new BufferedOutputStream(new DigestOutputStream(out, contentHash), BUFFER);
        this.out.write(HEADER);
    }

    /** @throws IllegalArgumentException if the entry is not after the previous entry in {@link BlockListEntry#ORDER} */
    public void write(BlockListEntry entry) throws IOException {
        if (!order.rises(entry.mobile().value(), entry.line())) {
            throw new IllegalArgumentException("Entry " + (rows + 1) + " of the list is out of order");
        }
        int end = EntryLine.put(entry, row, 0);
        digest.addLine(row, 0, end);
        row[end] = '\r';
        row[end + 1] = '\n';
        out.write(row, 0, end + 2);
        rows++;
    }

    /** Writes the buffered rows and returns the summary; nothing may be written afterwards. */
    public BlockListSummary finish() throws IOException {
        out.flush();
        return new BlockListSummary(rows, HexFormat.of().formatHex(contentHash.digest()), digest.hex());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    public record BlockListSummary(long rows, String contentSha256, String listDigest) {}
}
