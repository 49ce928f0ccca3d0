package jinbo.exchange.format;

import java.util.Arrays;
import java.util.List;

/** Rows of a delta as they stand in the file, kept because several deltas hold them. */
public final class EncodedDeltaRows {

    private final List<BlockListChange> changes;
    private final byte[] rows;
    /** Where each row ends, behind a first place for the beginning. */
    private final int[] ends;

    private EncodedDeltaRows(List<BlockListChange> changes, byte[] rows, int[] ends) {
        this.changes = changes;
        this.rows = rows;
        this.ends = ends;
    }

    /** @throws IllegalArgumentException if one is not above the one before it */
    public static EncodedDeltaRows of(List<BlockListChange> changes) {
        byte[] rows = new byte[changes.size() * DeltaLine.LONGEST];
        int[] ends = new int[changes.size() + 1];
        RowOrder order = new RowOrder();
        for (int i = 0; i < changes.size(); i++) {
            if (!order.rises(changes.get(i).mobile().value(), changes.get(i).line())) {
                throw new IllegalArgumentException(
                        "Change " + (i + 1) + " of the delta is not above the one before it");
            }
            ends[i + 1] = DeltaLine.put(changes.get(i), rows, ends[i]);
        }
        return new EncodedDeltaRows(List.copyOf(changes), Arrays.copyOf(rows, ends[changes.size()]), ends);
    }

    public int size() {
        return changes.size();
    }

    /** How many rows have numbers below one. */
    public int countBelow(long mobile) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mobile(middle) < mobile) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number of a row, from 0. */
    public long mobile(int row) {
        return change(row).mobile().value();
    }

    BlockListChange change(int row) {
        return changes.get(row);
    }

    byte[] bytes() {
        return rows;
    }

    /** Where a row begins, or the one before it ends. */
    int begin(int row) {
        return ends[row];
    }
}
