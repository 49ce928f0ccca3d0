package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import jinbo.exchange.format.BlockListDeltaWriter.BlockListDeltaSummary;
import jinbo.exchange.format.EntryLine.LineCodeCache;
import jinbo.exchange.format.EntryLine.RowOrder;
import jinbo.platform.files.Sha256;

/** Reads a delta strictly: it accepts exactly what {@link BlockListDeltaWriter} writes. */
public final class BlockListDeltaReader {

    private BlockListDeltaReader() {}

    /**
     * Reads the stream to its end.
     *
     * @throws FormatException for the first faulty line; the earlier changes have been passed on
     */
    public static BlockListDeltaSummary read(InputStream csv, Consumer<BlockListChange> changes)
            throws IOException, FormatException {
        MessageDigest content = Sha256.start();
        InputStream in = new DigestInputStream(csv, content);
        if (!Arrays.equals(in.readNBytes(DeltaLine.HEADER.length), DeltaLine.HEADER)) {
            throw new FormatException(Manifest.FORMAT, "line 1", "is not the header of a delta");
        }
        RowReader row = new RowReader(in, DeltaLine.LONGEST);
        LineCodeCache lines = new LineCodeCache();
        RowOrder order = new RowOrder();
        long rows = 0;
        while (row.next()) {
            BlockListChange change = DeltaLine.read(row.bytes(), row.begin(), row.end(), lines)
                    .orElseThrow(
                            () -> new FormatException(Manifest.FORMAT, row.place(), "is not a row of a delta list"));
            if (!order.rises(change.mobile().value(), change.line())) {
                throw new FormatException(Manifest.FORMAT, row.place(), "must sort after the line before it");
            }
            changes.accept(change);
            rows++;
        }
        return new BlockListDeltaSummary(rows, HexFormat.of().formatHex(content.digest()));
    }
}
