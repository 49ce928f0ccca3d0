package jinbo.batch.validation;

import jinbo.reference.phone.Mobile;
import org.roaringbitmap.RoaringBitmap;

/**
 * The numbers of one file so far: which came before, and how long the longest run of consecutive ones is.
 *
 * <p>A home province has some hundred stretches of 65,536 numbers: those that are met first have plain bitmaps of eight kibibytes. A file
 * of numbers from everywhere has more; these lie in two bitmaps that take little where there is little, because seven thousand million
 * numbers need 33 bits.
 */
final class SeenNumbers {

    private static final long LOWEST = 13_000_000_000L;
    private static final int STRETCH_BITS = 16;
    private static final int STRETCHES = (int) (7_000_000_000L >>> STRETCH_BITS) + 1;

    /** Sixteen mebibytes. */
    private static final int MOST_PLAIN = 2048;

    private final long[][] plain = new long[STRETCHES][];
    private int plainStretches;

    private final RoaringBitmap lower = new RoaringBitmap();
    private final RoaringBitmap upper = new RoaringBitmap();
    private long last = -1;
    private int run;
    private int longestRun;

    boolean isRepeated(Mobile mobile) {
        long value = mobile.value();
        run = value == last + 1 ? run + 1 : 1;
        last = value;
        longestRun = Math.max(longestRun, run);
        return isThere(value - LOWEST);
    }

    private boolean isThere(long offset) {
        int stretch = (int) (offset >>> STRETCH_BITS);
        if (plain[stretch] == null && plainStretches < MOST_PLAIN) {
            plain[stretch] = new long[(1 << STRETCH_BITS) / Long.SIZE];
            plainStretches++;
        }
        long[] bits = plain[stretch];
        if (bits != null) {
            int slot = (int) (offset & (1 << STRETCH_BITS) - 1) / Long.SIZE;
            long bit = 1L << offset;
            boolean there = (bits[slot] & bit) != 0;
            bits[slot] |= bit;
            return there;
        }
        RoaringBitmap half = offset >>> Integer.SIZE == 0 ? lower : upper;
        return !half.checkedAdd((int) offset);
    }

    int longestRun() {
        return longestRun;
    }
}
