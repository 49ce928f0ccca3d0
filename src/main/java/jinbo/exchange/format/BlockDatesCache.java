package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * How a list writes what stands behind a line of business: the same few hundred texts for millions of rows. Not for several
 * threads at once.
 */
final class BlockDatesCache {

    /** With the end of the line. */
    static final int LENGTH = EntryLine.DATES_LENGTH + 2;

    private static final int PLACES = 1 << 10;

    private final long[] keys = new long[PLACES];
    private final byte[] texts = new byte[PLACES * LENGTH];
    private final byte[] text = new byte[LENGTH];

    BlockDatesCache() {
        // no key is as low: days of years with four digits are above it
        Arrays.fill(keys, Long.MIN_VALUE);
        text[LENGTH - 2] = '\r';
        text[LENGTH - 1] = '\n';
    }

    /**
     * Writes it, from the comma before the first date on, with or without the end of the line.
     *
     * @param effectiveOn days since 1970
     * @param expiresOn days since 1970
     * @throws IllegalArgumentException if the block has no day, or a year has not four digits
     */
    void put(int effectiveOn, int expiresOn, byte[] into, int at, int length) {
        long key = key(effectiveOn, expiresOn);
        // the highest bits of a product with the golden ratio depend on all of the key's
        int place = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> Long.SIZE - 10);
        if (keys[place] != key) {
            spell(LocalDate.ofEpochDay(effectiveOn), LocalDate.ofEpochDay(expiresOn));
            System.arraycopy(text, 0, texts, place * LENGTH, LENGTH);
            keys[place] = key;
        }
        System.arraycopy(texts, place * LENGTH, into, at, length);
    }

    static long key(int effectiveOn, int expiresOn) {
        return (long) effectiveOn << Integer.SIZE ^ expiresOn;
    }

    private void spell(LocalDate effectiveOn, LocalDate expiresOn) {
        BlockListEntry.requireBlock(effectiveOn, expiresOn);
        EntryLine.putDates(effectiveOn, expiresOn, text, 0);
    }
}
