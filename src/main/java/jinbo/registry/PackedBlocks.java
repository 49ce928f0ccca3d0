package jinbo.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects millions of blocks and sorts them by number. Each takes 63 bits of a long: 33 bits for the number above 30
 * bits for the interval ({@link PackedInterval}).
 */
final class PackedBlocks {

    private static final long LOWEST_MOBILE = 13_000_000_000L;
    private static final int BLOCK_BITS = 2 * PackedInterval.BITS;
    private static final int FIRST_CHUNK = 1 << 8;
    private static final int LARGEST_CHUNK = 1 << 15;

    private final List<long[]> full = new ArrayList<>();
    private long[] chunk = new long[FIRST_CHUNK];
    private int filled;
    private int inFull;

    void add(long block) {
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

    /** Sorts the blocks and empties this object, so that its chunks do not take memory beside the array. */
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
        // not parallelSort, which allocates a second array
        Arrays.sort(sorted);
        return sorted;
    }

    /** @param block the packed interval, see {@link PackedInterval#pack} */
    static long pack(long mobile, int block) {
        return (mobile - LOWEST_MOBILE) << BLOCK_BITS | block;
    }

    static long mobile(long block) {
        return (block >>> BLOCK_BITS) + LOWEST_MOBILE;
    }

    static int effectiveOn(long block) {
        return PackedInterval.effectiveOn((int) block);
    }

    static int expiresOn(long block) {
        return PackedInterval.expiresOn((int) block);
    }

    /** The first index, at or after {@code from}, of a block with the given block's number or a higher number. */
    static int placeFrom(long[] sorted, int from, long block) {
        long lowest = block >>> BLOCK_BITS << BLOCK_BITS;
        int place = from;
        while (place < sorted.length && sorted[place] < lowest) {
            place++;
        }
        return place;
    }

    /** See {@link Interval#isListedOn}. */
    static boolean isListedOn(long block, int day) {
        return expiresOn(block) > day && effectiveOn(block) < expiresOn(block);
    }
}
