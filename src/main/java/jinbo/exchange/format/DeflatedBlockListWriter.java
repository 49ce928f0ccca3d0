package jinbo.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import jinbo.platform.deflate.DeflateOutput;
import jinbo.reference.phone.Mobile;

/**
 * Writes a full block list twice at once: as it reads, for what hashes it, and deflated, for the envelope. Rows are sorted and alike, so
 * where one repeats another is known and not searched for: the dates stood in an earlier row, and the number begins as that
 * row's successor does. Memory does not grow with the list. Not for several threads at once.
 */
public final class DeflatedBlockListWriter {

    private static final int ROW = BlockListWriter.ROW_LENGTH;
    private static final int EFFECTIVE = EntryLine.MOBILE_DIGITS;
    private static final int EXPIRES = EFFECTIVE + 12;
    private static final int KEPT = DeflateOutput.WINDOW / ROW;
    private static final int ROWS = 4 * 1024;

    private final OutputStream clear;
    private final DeflateOutput deflated;
    private final byte[] window = new byte[(KEPT + ROWS) * ROW];
    private final BlockDatesCache texts = new BlockDatesCache();
    private final RecentRowIndex byDates = new RecentRowIndex(KEPT);
    private final RecentRowIndex byEffective = new RecentRowIndex(KEPT);
    private final RecentRowIndex byExpires = new RecentRowIndex(KEPT);

    /** Of the window's first row, among all rows. */
    private int first;

    /** Rows in the window, and how many of them were written in clear text. */
    private int filled;

    private int reported;
    private int covered;
    private long last;

    /** The last row's: how many rows back its dates stood, both together or each alone; 0 if they did not. */
    private int datesBack;

    private int effectiveBack;
    private int expiresBack;

    /** Writes the header; both streams stay open. */
    public DeflatedBlockListWriter(OutputStream clear, OutputStream deflated) throws IOException {
        this.clear = clear;
        this.deflated = new DeflateOutput(deflated);
        clear.write(BlockListWriter.HEADER);
        this.deflated.stored(BlockListWriter.HEADER);
    }

    /** How many bytes a list of so many entries has. */
    public static long length(long entries) {
        return BlockListWriter.HEADER.length + entries * ROW;
    }

    /**
     * Adds an entry.
     *
     * @param effectiveOn first day of the block, in days since 1970
     * @param expiresOn first day after it, likewise
     * @throws IllegalArgumentException if it is no entry, or its number not above that of the entry before it
     */
    public void write(long mobile, int effectiveOn, int expiresOn) throws IOException {
        if (!Mobile.isMobile(mobile)) {
            throw new IllegalArgumentException("Entry " + (first + filled + 1) + " of the list has no mobile number");
        }
        if (mobile <= last) {
            throw new IllegalArgumentException(
                    "Entry " + (first + filled + 1) + " of the list is not above the one before it");
        }
        last = mobile;
        if (filled == KEPT + ROWS) {
            slide();
        }
        EntryLine.putMobile(mobile, window, filled * ROW);
        if (filled > 0) {
            deflate(true);
        }
        putDates(effectiveOn, expiresOn);
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

    private void putDates(int effectiveOn, int expiresOn) {
        int row = first + filled;
        texts.put(effectiveOn, expiresOn, window, filled * ROW + EFFECTIVE, BlockDatesCache.LENGTH);
        long both = BlockDatesCache.key(effectiveOn, expiresOn);
        datesBack = byDates.find(both, row);
        if (datesBack == 0) {
            // where each stood last alone is noted no more often: the row that is known has them, too
            effectiveBack = byEffective.find(effectiveOn, row);
            expiresBack = byExpires.find(expiresOn, row);
            byEffective.put(effectiveOn, row);
            byExpires.put(expiresOn, row);
        }
        byDates.put(both, row);
    }

    /** Deflates the last row; if another one follows its number stands behind it already. */
    private void deflate(boolean followed) throws IOException {
        int at = (filled - 1) * ROW;
        deflated.literals(window, at + covered, EFFECTIVE - covered);
        if (datesBack > 0) {
            repeatToEnd(EFFECTIVE, datesBack, followed);
            return;
        }
        if (effectiveBack > 0) {
            deflated.repeat(EXPIRES - EFFECTIVE, effectiveBack * ROW);
        } else {
            deflated.literals(window, at + EFFECTIVE, EXPIRES - EFFECTIVE);
        }
        if (expiresBack > 0) {
            repeatToEnd(EXPIRES, expiresBack, followed);
        } else {
            deflated.literals(window, at + EXPIRES, ROW - EXPIRES);
            covered = 0;
        }
    }

    private void repeatToEnd(int from, int rowsBack, boolean followed) throws IOException {
        covered = followed ? EntryLine.commonPrefixLength(window, filled * ROW, (filled - rowsBack) * ROW) : 0;
        deflated.repeat(ROW - from + covered, rowsBack * ROW);
    }

    /** Makes room for more rows; the last ones stay, because those to come may repeat them. */
    private void slide() throws IOException {
        tell();
        System.arraycopy(window, (filled - KEPT) * ROW, window, 0, KEPT * ROW);
        first += filled - KEPT;
        filled = KEPT;
        reported = KEPT;
    }

    private void tell() throws IOException {
        clear.write(window, reported * ROW, (filled - reported) * ROW);
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

        /** Remembers that it stands in this row. */
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
