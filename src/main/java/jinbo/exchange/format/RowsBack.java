package jinbo.exchange.format;

import java.util.Arrays;

/** In which of the latest rows something stood last. */
final class RowsBack {

    private static final int PLACES = 1 << 12;

    private final int most;
    private final long[] keys = new long[PLACES];
    private final int[] rows = new int[PLACES];

    /** @param most rows further back are forgotten */
    RowsBack(int most) {
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
