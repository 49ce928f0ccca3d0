package jinbo.exchange.format;

import java.util.Arrays;
import java.util.List;
import jinbo.exchange.format.EntryLine.RowOrder;

/** Encoded rows of a delta list, shared by the lists of several insurers. */
public final class EncodedDeltaRows {

    private final List<BlockListChange> changes;
    private final byte[] rows;
    /** The end of row i is at index i + 1. */
    private final int[] ends;

    private EncodedDeltaRows(List<BlockListChange> changes, byte[] rows, int[] ends) {
        this.changes = changes;
        this.rows = rows;
        this.ends = ends;
    }

    /** @throws IllegalArgumentException if the changes are not in the order of lists */
    public static EncodedDeltaRows of(List<BlockListChange> changes) {
        byte[] rows = new byte[changes.size() * DeltaLine.LONGEST];
        int[] ends = new int[changes.size() + 1];
        RowOrder order = new RowOrder();
        for (int i = 0; i < changes.size(); i++) {
            if (!order.rises(changes.get(i).mobile().value(), changes.get(i).line())) {
                throw new IllegalArgumentException("Change " + (i + 1) + " of the delta is out of order");
            }
            ends[i + 1] = DeltaLine.put(changes.get(i), rows, ends[i]);
        }
        return new EncodedDeltaRows(List.copyOf(changes), Arrays.copyOf(rows, ends[changes.size()]), ends);
    }

    public int size() {
        return changes.size();
    }

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

    public long mobile(int row) {
        return change(row).mobile().value();
    }

    BlockListChange change(int row) {
        return changes.get(row);
    }

    byte[] bytes() {
        return rows;
    }

    int begin(int row) {
        return ends[row];
    }
}
