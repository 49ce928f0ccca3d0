package jinbo.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jinbo.exchange.format.EntryLine.RowOrder;
import jinbo.platform.deflate.DeflateOutput;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.jspecify.annotations.Nullable;

/**
 * Writes a full block list twice at once: in clear, to be hashed, and deflated, for the envelope. Rows are sorted and
 * similar, so repetitions are found without a search: line of business and dates equal those of an earlier row, and the
 * number of the next row often begins like the number of the row after that earlier row. Uses bounded memory. Not
 * thread-safe.
 */
public final class DeflatedBlockListWriter {

    private static final int MOBILE = EntryLine.MOBILE_DIGITS;

    /** The length of the second date with its comma and the line end. */
    private static final int EXPIRES = 13;

    private static final int ROWS = 4 * 1024;

    private final OutputStream clear;
    private final DeflateOutput deflated;
    private final List<LineCode> lines;
    private final byte[][] lineTexts;
    /** How many of the latest rows a repetition may refer to. */
    private final int reach;

    private final byte[] window;
    /** The positions in the window at which rows begin, and at which the next row will begin. */
    private final int[] begins;

    private final BlockDatesCache texts = new BlockDatesCache();
    private final RowOrder order = new RowOrder();
    private final RecentRowIndex byRest;
    private final RecentRowIndex byEffective;
    private final RecentRowIndex byExpires;

    /** How many rows precede the first row of the window. */
    private int first;

    private int filled;

    /** How many rows of the window have been written in clear. */
    private int written;

    private @Nullable LineCode lastLine;
    private int lineIndex;
    private byte[] lineText = {};

    /** How many digits of the last row's number the previous repetition covers. */
    private int covered;

    /** How many rows earlier the text after the last row's number has occurred; 0 for a new text. */
    private int restBack;

    /** How many rows earlier the last row's second date has occurred; 0 for a new date. */
    private int expiresBack;

    /** How many bytes earlier the last row's line of business and first date have occurred; 0 for a new text. */
    private int effectiveDistance;

    /** Writes the header; both streams stay open. */
    public DeflatedBlockListWriter(Collection<LineCode> lines, OutputStream clear, OutputStream deflated)
            throws IOException {
        this.lines = List.copyOf(lines);
        this.lineTexts = lines.stream().map(EntryLine::text).toArray(byte[][]::new);
        int longest = lines.stream()
                .mapToInt(DeflatedBlockListWriter::rowLength)
                .max()
                .orElse(BlockListWriter.MAX_ROW_LENGTH);
        this.reach = DeflateOutput.WINDOW / longest;
        this.window = new byte[(reach + ROWS) * longest];
        this.begins = new int[reach + ROWS + 1];
        this.byRest = new RecentRowIndex(reach);
        this.byEffective = new RecentRowIndex(reach);
        this.byExpires = new RecentRowIndex(reach);
        this.clear = clear;
        this.deflated = new DeflateOutput(deflated);
        clear.write(BlockListWriter.HEADER);
        this.deflated.stored(BlockListWriter.HEADER);
    }

    public static long length(Map<LineCode, Long> entries) {
        return BlockListWriter.HEADER.length
                + entries.entrySet().stream()
                        .mapToLong(line -> line.getValue() * rowLength(line.getKey()))
                        .sum();
    }

    private static int rowLength(LineCode line) {
        return EntryLine.length(line) + 2;
    }

    /**
     * Writes an entry. Both dates are in days since 1970-01-01; {@code expiresOn} is exclusive.
     *
     * @throws IllegalArgumentException if the entry is invalid, of a line of business that the list does not cover, or
     *     not in order
     */
    public void write(long mobile, LineCode line, int effectiveOn, int expiresOn) throws IOException {
        if (!Mobile.isMobile(mobile)) {
            throw new IllegalArgumentException("Entry " + (first + filled + 1) + " of the list has no mobile number");
        }
        if (line != lastLine) {
            lineIndex = indexOf(line);
            lastLine = line;
            lineText = lineTexts[lineIndex];
        }
        if (!order.rises(mobile, line)) {
            throw new IllegalArgumentException("Entry " + (first + filled + 1) + " of the list is out of order");
        }
        if (filled == reach + ROWS) {
            slide();
        }
        EntryLine.putMobile(mobile, window, begins[filled]);
        if (filled > 0) {
            deflate(true);
        }
        putRest(effectiveOn, expiresOn);
        filled++;
    }

    /** Writes the buffered rows. The deflated form ends on a byte boundary, but has no final block. */
    public void finish() throws IOException {
        if (filled > 0) {
            deflate(false);
        }
        writeClear();
        deflated.stored(new byte[0]);
    }

    private int indexOf(LineCode line) {
        int index = lines.indexOf(line);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "Entry " + (first + filled + 1) + " of the list is of another line of business: " + line);
        }
        return index;
    }

    private void putRest(int effectiveOn, int expiresOn) {
        int row = first + filled;
        System.arraycopy(lineText, 0, window, begins[filled] + MOBILE, lineText.length);
        int dates = begins[filled] + MOBILE + lineText.length;
        texts.put(effectiveOn, expiresOn, window, dates, BlockDatesCache.LENGTH);
        begins[filled + 1] = dates + BlockDatesCache.LENGTH;
        long of = (long) lineIndex << Long.SIZE - Byte.SIZE;
        long rest = of ^ BlockDatesCache.key(effectiveOn, expiresOn);
        restBack = byRest.find(rest, row);
        if (restBack == 0) {
            // looked up only for a new rest; otherwise the row at restBack has the same dates
            effectiveDistance = begins[filled] - begins[filled - byEffective.find(of ^ effectiveOn, row)];
            expiresBack = byExpires.find(expiresOn, row);
            byEffective.put(of ^ effectiveOn, row);
            byExpires.put(expiresOn, row);
        }
        byRest.put(rest, row);
    }

    /** @param followed whether the number of the next row is already in the window */
    private void deflate(boolean followed) throws IOException {
        int at = begins[filled - 1];
        int end = begins[filled];
        deflated.literals(window, at + covered, MOBILE - covered);
        if (restBack > 0) {
            repeatToEnd(end - at - MOBILE, restBack, followed);
            return;
        }
        int untilExpires = end - at - MOBILE - EXPIRES;
        if (effectiveDistance > 0) {
            deflated.repeat(untilExpires, effectiveDistance);
        } else {
            deflated.literals(window, at + MOBILE, untilExpires);
        }
        if (expiresBack > 0) {
            repeatToEnd(EXPIRES, expiresBack, followed);
        } else {
            deflated.literals(window, end - EXPIRES, EXPIRES);
            covered = 0;
        }
    }

    /** Measures the distance from the ends of the rows, because their beginnings differ in length. */
    private void repeatToEnd(int length, int rowsBack, boolean followed) throws IOException {
        int other = begins[filled - rowsBack];
        covered = followed ? EntryLine.commonPrefixLength(window, begins[filled], other) : 0;
        deflated.repeat(length + covered, begins[filled] - other);
    }

    /** Makes room for more rows, and keeps the rows that a repetition may refer to. */
    private void slide() throws IOException {
        writeClear();
        int gone = filled - reach;
        int from = begins[gone];
        System.arraycopy(window, from, window, 0, begins[filled] - from);
        for (int row = 0; row <= reach; row++) {
            begins[row] = begins[gone + row] - from;
        }
        first += gone;
        filled = reach;
        written = reach;
    }

    private void writeClear() throws IOException {
        clear.write(window, begins[written], begins[filled] - begins[written]);
        written = filled;
    }

    static final class RecentRowIndex {

        private static final int PLACES = 1 << 12;

        private final int reach;
        private final long[] keys = new long[PLACES];
        private final int[] rows = new int[PLACES];

        RecentRowIndex(int reach) {
            this.reach = reach;
            Arrays.fill(rows, Integer.MIN_VALUE / 2);
        }

        /** How many rows earlier the latest row with this key is; 0 if there is none within reach. */
        int find(long key, int row) {
            int place = place(key);
            return keys[place] == key && row - rows[place] <= reach ? row - rows[place] : 0;
        }

        void put(long key, int row) {
            int place = place(key);
            keys[place] = key;
            rows[place] = row;
        }

        private static int place(long key) {
            // Fibonacci hashing: the highest bits of the product depend on all bits of the key
            return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> Long.SIZE - 12);
        }
    }
}
