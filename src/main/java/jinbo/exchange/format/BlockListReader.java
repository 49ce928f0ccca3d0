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

/** Reads a full block list strictly, entry by entry; what it accepts is byte for byte what {@link BlockListWriter} writes. */
public final class BlockListReader {

    private static final int BUFFER = 1 << 16;

    private BlockListReader() {}

    /**
     * Hands every entry to a consumer, and reads the stream to its end.
     *
     * @return what the list holds, to be compared with its manifest
     * @throws FormatException naming the first line at fault; entries before it have been handed over
     */
    public static BlockListSummary read(InputStream csv, Consumer<BlockListEntry> entries)
            throws IOException, FormatException {
        MessageDigest content = Sha256.start();
        InputStream in = new BufferedInputStream(new DigestInputStream(csv, content), BUFFER);
        if (!Arrays.equals(in.readNBytes(BlockListWriter.HEADER.length), BlockListWriter.HEADER)) {
            throw new FormatException(Manifest.FORMAT, "line 1", "is not the header of a full list");
        }
        ListDigest digest = new ListDigest();
        byte[] row = new byte[BlockListWriter.ROW_LENGTH];
        long rows = 0;
        long last = 0;
        for (int length = in.readNBytes(row, 0, row.length); length > 0; length = in.readNBytes(row, 0, row.length)) {
            BlockListEntry entry = entry(row, length, rows + 2);
            if (entry.mobile().value() <= last) {
                throw new FormatException(Manifest.FORMAT, "line " + (rows + 2), "is not above the line before it");
            }
            last = entry.mobile().value();
            digest.addLine(row, 0);
            entries.accept(entry);
            rows++;
        }
        return new BlockListSummary(rows, HexFormat.of().formatHex(content.digest()), digest.hex());
    }

    private static BlockListEntry entry(byte[] row, int length, long line) throws FormatException {
        boolean whole = length == row.length && row[length - 2] == '\r' && row[length - 1] == '\n';
        if (!whole) {
            throw new FormatException(Manifest.FORMAT, "line " + line, "is cut short or not ended by CR LF");
        }
        return EntryLine.read(row, 0)
                .orElseThrow(() -> new FormatException(Manifest.FORMAT, "line " + line, "is no entry of a full list"));
    }
}
