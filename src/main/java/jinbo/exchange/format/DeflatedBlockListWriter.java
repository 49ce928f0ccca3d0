package jinbo.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jinbo.platform.deflate.DeflateOutput;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.jspecify.annotations.Nullable;

/**
 * Writes a full block list twice at once: as it reads, for what hashes it, and deflated, for the envelope. Rows are sorted and alike, so
 * where one repeats another is known and not searched for: line of business and dates stood in an earlier row, and the number
 * begins as that row's successor does. Memory does not grow with the list. Not for several threads at once.
 */
public final class DeflatedBlockListWriter {

    private static final int MOBILE = EntryLine.MOBILE_DIGITS;

    /** With the comma before it. */
    private static final int DATE = 11;

    /** The last date with its comma and the end of the line. */
    private static final int EXPIRES = DATE + 2;

    private static final int ROWS = 4 * 1024;

    private final OutputStream clear;
    private final DeflateOutput deflated;
    private final List<LineCode> lines;
    private final byte[][] lineTexts;
    /** How many of the latest rows can be repeated. */
    private final int most;

    private final byte[] window;
    /** Where each row in the window begins, and where the next one would. */
    private final int[] begins;

    private final BlockDatesCache texts = new BlockDatesCache();
    private final RowOrder order = new RowOrder();
    private final RecentRowIndex byRest;
    private final RecentRowIndex byEffective;
    private final RecentRowIndex byExpires;

    /** Of the window's first row, among all rows. */
    private int first;

    /** Rows in the window, and how many of them were written in clear text. */
    private int filled;

    /** The last row's; its place among the lines and how it is written. */
    private @Nullable LineCode lastLine;

    private int lineIndex;
    private byte[] lineText = {};

    private int reported;
    private int covered;

    /** The last row's: how many rows back all behind its number stood, or its last date alone; 0 if it did not. */
    private int restBack;

    private int expiresBack;

    /** The last row's: how many bytes back its line of business and first date stood; 0 if they did not. */
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
        this.most = DeflateOutput.WINDOW / longest;
        this.window = new byte[(most + ROWS) * longest];
        this.begins = new int[most + ROWS + 1];
        this.byRest = new RecentRowIndex(most);
        this.byEffective = new RecentRowIndex(most);
        this.byExpires = new RecentRowIndex(most);
        this.clear = clear;
        this.deflated = new DeflateOutput(deflated);
        clear.write(BlockListWriter.HEADER);
        this.deflated.stored(BlockListWriter.HEADER);
    }

    /** How many bytes a list of so many entries of each line of business has. */
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
     * @param effectiveOn first day of the block, in days since 1970
     * @param expiresOn first day after it, likewise
     * @throws IllegalArgumentException if it is no entry, of another line of business, or not above the entry before it
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
            throw new IllegalArgumentException(
                    "Entry " + (first + filled + 1) + " of the list is not above the one before it");
        }
        if (filled == most + ROWS) {
            slide();
        }
        EntryLine.putMobile(mobile, window, begins[filled]);
        if (filled > 0) {
            deflate(true);
        }
        putRest(effectiveOn, expiresOn);
        filled++;
    }

    /** Writes out what is left; the deflated form ends with a whole byte, and not as the stream's last. */
    public void finish() throws IOException {
        if (filled > 0) {
            deflate(false);
        }
        tell();
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
            // where each stood last alone is noted no more often: the row that is known has them, too
            effectiveDistance = begins[filled] - begins[filled - byEffective.find(of ^ effectiveOn, row)];
            expiresBack = byExpires.find(expiresOn, row);
            byEffective.put(of ^ effectiveOn, row);
            byExpires.put(expiresOn, row);
        }
        byRest.put(rest, row);
    }

    /** Deflates the last row; if another one follows its number stands behind it already. */
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

    /** Rows end alike, whatever their length: how far back the end of another one lies is how far back all before it does. */
    private void repeatToEnd(int length, int rowsBack, boolean followed) throws IOException {
        int other = begins[filled - rowsBack];
        covered = followed ? EntryLine.commonPrefixLength(window, begins[filled], other) : 0;
        deflated.repeat(length + covered, begins[filled] - other);
    }

    /** Makes room for more rows; the last ones stay, because those to come may repeat them. */
    private void slide() throws IOException {
        tell();
        int gone = filled - most;
        int from = begins[gone];
        System.arraycopy(window, from, window, 0, begins[filled] - from);
        for (int row = 0; row <= most; row++) {
            begins[row] = begins[gone + row] - from;
        }
        first += gone;
        filled = most;
        reported = most;
    }

    private void tell() throws IOException {
        clear.write(window, begins[reported], begins[filled] - begins[reported]);
        reported = filled;
    }

    /** In which of the latest rows something stood last. */
    static final class RecentRowIndex {

        private static final int PLACES = 1 << 12;

        private final int most;
        private final long[] keys = new long[PLACES];
        private final int[] rows = new int[PLACES];

        /** @param most rows further back are forgotten */
        RecentRowIndex(int most) {
            this.most = most;
            Arrays.fill(rows, Integer.MIN_VALUE / 2);
        }

        /** How many rows before this one it stood last; 0 if in none of the latest. */
        int find(long key, int row) {
            int place = place(key);
            return keys[place] == key && row - rows[place] <= most ? row - rows[place] : 0;
        }

        void put(long key, int row) {
            int place = place(key);
            keys[place] = key;
            rows[place] = row;
        }

        private static int place(long key) {
            // the highest bits of a product with the golden ratio depend on all of the key's
            return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> Long.SIZE - 12);
        }
    }
}
