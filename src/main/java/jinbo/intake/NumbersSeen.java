package jinbo.intake;

import jinbo.mobile.Mobile;
import org.roaringbitmap.RoaringBitmap;

/**
 * The numbers of one file so far: which came before, and how long the longest run of consecutive ones is. Seven thousand
 * million numbers need 33 bits, so they lie in two bitmaps.
 */
final class NumbersSeen {

    private static final long LOWEST = 13_000_000_000L;

    private final RoaringBitmap lower = new RoaringBitmap();
    private final RoaringBitmap upper = new RoaringBitmap();
    private long last = -1;
    private int run;
    private int longestRun;

    /** Remembers a number and says whether it was there before. */
    boolean repeats(Mobile mobile) {
        long value = mobile.value();
        run = value == last + 1 ? run + 1 : 1;
        last = value;
        longestRun = Math.max(longestRun, run);
        long offset = value - LOWEST;
        RoaringBitmap half = offset >>> Integer.SIZE == 0 ? lower : upper;
        return !half.checkedAdd((int) offset);
    }

    int longestRun() {
        return longestRun;
    }
}
