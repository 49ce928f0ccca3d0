package jinbo.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks in 63 bits each, so that they sort by number: 33 bits of the number above the lowest mobile, 15 each of the days since
 * 2000 on which the ban begins and ends.
 */
final class PackedBlocks {

    private static final long LOWEST_MOBILE = 13_000_000_000L;
    private static final int DAY_BITS = 15;
    private static final int DAYS = 1 << DAY_BITS;

    /** The first day that is counted, as PostgreSQL does, too. */
    static final int FIRST_DAY = Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());

    private static final int FIRST_CHUNK = 1 << 8;
    private static final int LARGEST_CHUNK = 1 << 15;

    private final List<long[]> full = new ArrayList<>();
    private long[] chunk = new long[FIRST_CHUNK];
    private int filled;
    private int inFull;
    private long highest = -1;

    void add(long block) {
        highest = Math.max(highest, block);
        if (filled == chunk.length) {
            full.add(chunk);
            inFull = Math.addExact(inFull, filled);
            chunk = new long[Math.min(2 * filled, LARGEST_CHUNK)];
            filled = 0;
        }
        chunk[filled++] = block;
    }

    long count() {
        return (long) inFull + filled;
    }

    /** The highest number here; 0 if there is none. */
    long highestMobile() {
        return highest < 0 ? 0 : mobile(highest);
    }

    /** All of them in order; afterwards there are none here, so that the chunks need no memory beside the array. */
    long[] sorted() {
        long[] sorted = new long[inFull + filled];
        System.arraycopy(chunk, 0, sorted, inFull, filled);
        int end = inFull;
        while (!full.isEmpty()) {
            long[] last = full.remove(full.size() - 1);
            end -= last.length;
            System.arraycopy(last, 0, sorted, end, last.length);
        }
        inFull = 0;
        filled = 0;
        // not in parallel: that takes a second array
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * One block.
     *
     * @param effectiveOn days since 2000
     * @param expiresOn days since 2000
     * @throws RegistryReadException if a day lies before 2000 or behind September 2089
     */
    static long pack(long mobile, int effectiveOn, int expiresOn) {
        if (effectiveOn < 0 || effectiveOn >= DAYS || expiresOn < 0 || expiresOn >= DAYS) {
            throw new RegistryReadException(date(effectiveOn), date(expiresOn));
        }
        return ((mobile - LOWEST_MOBILE) << DAY_BITS | effectiveOn) << DAY_BITS | expiresOn;
    }

    static long mobile(long block) {
        return (block >>> 2 * DAY_BITS) + LOWEST_MOBILE;
    }

    static int effectiveOn(long block) {
        return (int) (block >>> DAY_BITS) & DAYS - 1;
    }

    static int expiresOn(long block) {
        return (int) block & DAYS - 1;
    }

    /** From a place on, the first of the sorted blocks whose number is not below that of a block. */
    static int placeFrom(long[] sorted, int from, long block) {
        long lowest = block >>> 2 * DAY_BITS << 2 * DAY_BITS;
        int place = from;
        while (place < sorted.length && sorted[place] < lowest) {
            place++;
        }
        return place;
    }

    /** Whether it has a day on or after this one, see {@link Interval#isToBeTold}. */
    static boolean isTold(long block, int day) {
        return expiresOn(block) > day && effectiveOn(block) < expiresOn(block);
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - FIRST_DAY);
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(FIRST_DAY + day);
    }
}
