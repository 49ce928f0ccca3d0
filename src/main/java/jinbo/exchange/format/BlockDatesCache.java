package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.Arrays;

/** Caches the encoded dates of list entries: millions of rows share a few hundred pairs of dates. Not thread-safe. */
final class BlockDatesCache {

    /** The length of both dates with their commas and the line end. */
    static final int LENGTH = EntryLine.DATES_LENGTH + 2;

    private static final int PLACES = 1 << 10;

    private final long[] keys = new long[PLACES];
    private final byte[] texts = new byte[PLACES * LENGTH];
    private final byte[] text = new byte[LENGTH];

    BlockDatesCache() {
        // lower than every key that a date in a year of four digits can have
        Arrays.fill(keys, Long.MIN_VALUE);
        text[LENGTH - 2] = '\r';
        text[LENGTH - 1] = '\n';
    }

    /**
     * Writes both dates (days since 1970), each after a comma, with or without the line end.
     *
     * @throws IllegalArgumentException if the block lasts no day, or a year does not have four digits
     */
    void put(int effectiveOn, int expiresOn, byte[] into, int at, int length) {
        long key = key(effectiveOn, expiresOn);
        // Fibonacci hashing: the highest bits of the product depend on all bits of the key
        int place = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> Long.SIZE - 10);
        if (keys[place] != key) {
            LocalDate first = LocalDate.ofEpochDay(effectiveOn);
            LocalDate end = LocalDate.ofEpochDay(expiresOn);
            BlockListEntry.requireBlock(first, end);
            EntryLine.putDates(first, end, text, 0);
            System.arraycopy(text, 0, texts, place * LENGTH, LENGTH);
            keys[place] = key;
        }
        System.arraycopy(texts, place * LENGTH, into, at, length);
    }

    static long key(int effectiveOn, int expiresOn) {
        return (long) effectiveOn << Integer.SIZE ^ expiresOn;
    }
}
