package jinbo.exchange.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import jinbo.platform.files.Sha256;

/**
 * Writes the delta of a block list: header, CRLF, changes in order. Memory does not grow with it. Not for several
 * threads at once.
 */
public final class BlockListDeltaWriter implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final MessageDigest content = Sha256.start();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long rows;
    private final RowOrder order = new RowOrder();

    /** Writes the header; the stream is closed together with this writer. */
    public BlockListDeltaWriter(OutputStream out) {
        this.out = out;
        System.arraycopy(DeltaLine.HEADER, 0, buffer, 0, DeltaLine.HEADER.length);
        filled = DeltaLine.HEADER.length;
    }

    /** @throws IllegalArgumentException if it is not above the change before it */
    public void write(BlockListChange change) throws IOException {
        if (!order.rises(change.mobile().value(), change.line())) {
            throw new IllegalArgumentException("Change " + (rows + 1) + " of the delta is not above the one before it");
        }
        if (buffer.length - filled < DeltaLine.LONGEST) {
            drain();
        }
        filled = DeltaLine.put(change, buffer, filled);
        rows++;
    }

    /**
     * Adds rows that were made before.
     *
     * @param to the first that is not added any more
     * @throws IllegalArgumentException if the first is not above the change before it
     */
    public void write(EncodedDeltaRows made, int from, int to) throws IOException {
        if (from == to) {
            return;
        }
        if (!order.rises(made.mobile(from), made.change(from).line())) {
            throw new IllegalArgumentException("Change " + (rows + 1) + " of the delta is not above the one before it");
        }
        order.rises(made.mobile(to - 1), made.change(to - 1).line());
        drain();
        content.update(made.bytes(), made.begin(from), made.begin(to) - made.begin(from));
        out.write(made.bytes(), made.begin(from), made.begin(to) - made.begin(from));
        rows += to - from;
    }

    /** Writes out what is left and says what the delta holds; nothing may be added afterwards. */
    public BlockListDeltaSummary finish() throws IOException {
        drain();
        out.flush();
        return new BlockListDeltaSummary(rows, HexFormat.of().formatHex(content.digest()));
    }

    /** Closes the stream; a delta that was not finished stays cut short. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void drain() throws IOException {
        content.update(buffer, 0, filled);
        out.write(buffer, 0, filled);
        filled = 0;
    }

    /**
     * What a delta turned out to hold when it was written or read. The digest of the list that comes of it depends on
     * the list before, too; whoever holds that keeps the digest up with {@link ListDigest#add} and
     * {@link ListDigest#remove}.
     *
     * @param contentSha256 of its CSV bytes, hex
     */
    public record BlockListDeltaSummary(long rows, String contentSha256) {}
}
