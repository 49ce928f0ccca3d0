package jinbo.exchange.format;

import java.util.Arrays;
import java.util.List;

/** Rows of a delta as they stand in the file, kept because several deltas hold them. */
public final class EncodedDeltaRows {

    private final long[] mobiles;
    private final byte[] rows;
    /** Where each row ends, behind a first place for the beginning. */
    private final int[] ends;

    private EncodedDeltaRows(long[] mobiles, byte[] rows, int[] ends) {
        this.mobiles = mobiles;
        this.rows = rows;
        this.ends = ends;
    }

    /**
     * Those of some changes.
     *
     * @param changes by rising number
     * @throws IllegalArgumentException if a number is not above the one before it
     */
    public static EncodedDeltaRows of(List<BlockListChange> changes) {
        long[] mobiles = new long[changes.size()];
        byte[] rows = new byte[changes.size() * DeltaLine.LONGEST];
        int[] ends = new int[changes.size() + 1];
        for (int i = 0; i < mobiles.length; i++) {
            mobiles[i] = changes.get(i).mobile().value();
            if (i > 0 && mobiles[i] <= mobiles[i - 1]) {
                throw new IllegalArgumentException(
                        "Change " + (i + 1) + " of the delta is not above the one before it");
            }
            ends[i + 1] = DeltaLine.put(changes.get(i), rows, ends[i]);
        }
        return new EncodedDeltaRows(mobiles, Arrays.copyOf(rows, ends[mobiles.length]), ends);
    }

    /** How many there are. */
    public int size() {
        return mobiles.length;
    }

    /** Where a number's row is, from 0; or, negative, {@code -1 -} where it would be. */
    public int find(long mobile) {
        return Arrays.binarySearch(mobiles, mobile);
    }

    long mobile(int row) {
        return mobiles[row];
    }

    byte[] bytes() {
        return rows;
    }

    /** Where a row begins, or the one before it ends. */
    int begin(int row) {
        return ends[row];
    }
}
