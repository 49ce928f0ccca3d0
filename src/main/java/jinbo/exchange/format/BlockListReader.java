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
import jinbo.platform.files.Sha256;

/**
 * Reads a full block list strictly, entry by entry; what it accepts is byte for byte what {@link BlockListWriter} writes. Not for
 * several threads at once.
 */
public final class BlockListReader {

    private final RowReader row;
    private final LineCodeCache lines = new LineCodeCache();
    private final RowOrder order = new RowOrder();

    /**
     * Reads the header.
     *
     * @param csv not closed
     * @throws FormatException if the header is another
     */
    public BlockListReader(InputStream csv) throws IOException, FormatException {
        requireHeader(csv.readNBytes(BlockListWriter.HEADER.length));
        this.row = new RowReader(csv, BlockListWriter.MAX_ROW_LENGTH);
    }

    /**
     * Hands every entry to a consumer, and reads the stream to its end.
     *
     * @return what the list holds, to be compared with its manifest
     * @throws FormatException naming the first line at fault; entries before it have been handed over
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

    /**
     * The next entry; empty after the last one.
     *
     * @throws FormatException naming the line, if it is no entry or not above the one before it
     */
    public Optional<BlockListEntry> next() throws IOException, FormatException {
        if (!row.next()) {
            return Optional.empty();
        }
        Optional<BlockListEntry> entry = EntryLine.read(row.bytes(), row.begin(), row.end(), lines);
        if (entry.isEmpty()) {
            throw new FormatException(Manifest.FORMAT, row.place(), "is not an entry of a full list");
        }
        if (!order.rises(entry.get().mobile().value(), entry.get().line())) {
            throw new FormatException(Manifest.FORMAT, row.place(), "is not above the line before it");
        }
        return entry;
    }

    static void requireHeader(byte[] header) throws FormatException {
        if (!Arrays.equals(header, BlockListWriter.HEADER)) {
            throw new FormatException(Manifest.FORMAT, "line 1", "is not the header of a full list");
        }
    }
}
