package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.EntryLine.LineCodeCache;
import jinbo.exchange.format.EntryLine.RowOrder;
import jinbo.platform.files.Sha256;

/** Reads a full block list strictly: it accepts exactly what {@link BlockListWriter} writes. Not thread-safe. */
public final class BlockListReader {

    private final RowReader row;
    private final LineCodeCache lines = new LineCodeCache();
    private final RowOrder order = new RowOrder();

    /** @throws FormatException if the stream, which is not closed, does not begin with the header of a full list */
    public BlockListReader(InputStream csv) throws IOException, FormatException {
        requireHeader(csv.readNBytes(BlockListWriter.HEADER.length));
        this.row = new RowReader(csv, BlockListWriter.MAX_ROW_LENGTH);
    }

    /**
     * Reads the stream to its end.
     *
     * @throws FormatException for the first faulty line; the earlier entries have been passed on
     */
    public static BlockListSummary read(InputStream csv, Consumer<BlockListEntry> entries)
            throws IOException, FormatException {
        MessageDigest content = Sha256.start();
        BlockListReader list = new BlockListReader(new DigestInputStream(csv, content));
        ListDigest digest = new ListDigest();
        long rows = 0;
        for (Optional<BlockListEntry> entry = list.next(); entry.isPresent(); entry = list.next()) {
            digest.addLine(list.row.bytes(), list.row.begin(), list.row.end() - list.row.begin());
            entries.accept(entry.get());
            rows++;
        }
        return new BlockListSummary(rows, HexFormat.of().formatHex(content.digest()), digest.hex());
    }

    /** @throws FormatException if the line is not an entry, or does not come after the previous one in order */
    public Optional<BlockListEntry> next() throws IOException, FormatException {
        if (!row.next()) {
            return Optional.empty();
        }
        Optional<BlockListEntry> entry = EntryLine.read(row.bytes(), row.begin(), row.end(), lines);
        if (entry.isEmpty()) {
            throw new FormatException(Manifest.FORMAT, row.place(), "is not an entry of a full list");
        }
        if (!order.rises(entry.get().mobile().value(), entry.get().line())) {
            throw new FormatException(Manifest.FORMAT, row.place(), "must sort after the line before it");
        }
        return entry;
    }

    static void requireHeader(byte[] header) throws FormatException {
        if (!Arrays.equals(header, BlockListWriter.HEADER)) {
            throw new FormatException(Manifest.FORMAT, "line 1", "is not the header of a full list");
        }
    }
}
