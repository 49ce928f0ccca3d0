package jinbo.exchange.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import jinbo.platform.files.Sha256;

/** Reads a delta strictly, change by change; what it accepts is byte for byte what {@link BlockListDeltaWriter} writes. */
public final class BlockListDeltaReader {

    private static final int BUFFER = 1 << 16;

    private BlockListDeltaReader() {}

    /**
     * Hands every change to a consumer, and reads the stream to its end.
     *
     * @return what the delta holds, to be compared with its manifest
     * @throws FormatException naming the first line at fault; changes before it have been handed over
     */
    public static BlockListDeltaSummary read(InputStream csv, Consumer<BlockListChange> changes)
            throws IOException, FormatException {
        MessageDigest content = Sha256.start();
        InputStream in = new BufferedInputStream(new DigestInputStream(csv, content), BUFFER);
        if (!Arrays.equals(in.readNBytes(DeltaLine.HEADER.length), DeltaLine.HEADER)) {
            throw new FormatException(Manifest.FORMAT, "line 1", "is not the header of a delta");
        }
        byte[] row = new byte[DeltaLine.LONGEST];
        long rows = 0;
        long last = 0;
        for (int length = readLine(in, row); length > 0; length = readLine(in, row)) {
            String place = "line " + (rows + 2);
            BlockListChange change = change(row, length, place);
            if (change.mobile().value() <= last) {
                throw new FormatException(Manifest.FORMAT, place, "is not above the line before it");
            }
            last = change.mobile().value();
            changes.accept(change);
            rows++;
        }
        return new BlockListDeltaSummary(rows, HexFormat.of().formatHex(content.digest()));
    }

    /** Reads up to a line feed, or as much as the longest row has; 0 at the end of the stream. */
    private static int readLine(InputStream in, byte[] into) throws IOException {
        int length = 0;
        while (length < into.length) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            into[length++] = (byte) next;
            if (next == '\n') {
                break;
            }
        }
        return length;
    }

    private static BlockListChange change(byte[] row, int length, String place) throws FormatException {
        boolean whole = length >= 2 && row[length - 2] == '\r' && row[length - 1] == '\n';
        if (!whole) {
            throw new FormatException(Manifest.FORMAT, place, "is cut short, too long or not ended by CR LF");
        }
        return DeltaLine.read(row, length)
                .orElseThrow(() -> new FormatException(Manifest.FORMAT, place, "is no row of a delta"));
    }
}
