package jinbo.exchange.format;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import jinbo.exchange.format.EntryLine.RowOrder;
import jinbo.platform.files.Sha256;

/** Writes a delta list as CSV in bounded memory. Not thread-safe. */
public final class BlockListDeltaWriter implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest content = Sha256.start();
    private final OutputStream out;
    private final byte[] row = new byte[DeltaLine.LONGEST];
    private long rows;
    private final RowOrder order = new RowOrder();

    public BlockListDeltaWriter(OutputStream out) throws IOException {
        this.out = new BufferedOutputStream(new DigestOutputStream(out, content), BUFFER);
        this.out.write(DeltaLine.HEADER);
    }

    /** @throws IllegalArgumentException if the change does not come after the previous one in the order of lists */
    public void write(BlockListChange change) throws IOException {
        requireRising(change);
        out.write(row, 0, DeltaLine.put(change, row, 0));
        rows++;
    }

    /** @throws IllegalArgumentException if the first row does not come after the last written change */
    public void write(EncodedDeltaRows encoded, int from, int to) throws IOException {
        if (from == to) {
            return;
        }
        requireRising(encoded.change(from));
        order.rises(encoded.mobile(to - 1), encoded.change(to - 1).line());
        out.write(encoded.bytes(), encoded.begin(from), encoded.begin(to) - encoded.begin(from));
        rows += to - from;
    }

    private void requireRising(BlockListChange change) {
        if (!order.rises(change.mobile().value(), change.line())) {
            throw new IllegalArgumentException("Change " + (rows + 1) + " of the delta is out of order");
        }
    }

    /** Writes the buffered rows and returns the summary; nothing may be written afterwards. */
    public BlockListDeltaSummary finish() throws IOException {
        out.flush();
        return new BlockListDeltaSummary(rows, HexFormat.of().formatHex(content.digest()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    public record BlockListDeltaSummary(long rows, String contentSha256) {}
}
