package jinbo.accesslog.verifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Ids that rise by and large, in blocks of 65,536: a few in a sorted array, many as bits; 10 million ids without large gaps
 * take some 1.3 MB. The number of blocks is bounded, so that a log made to exhaust the auditor's memory does not.
 */
final class IdSet {

    private static final int BLOCK_BITS = 16;
    private static final int MOST_BLOCKS = 1 << 18;
    private static final int MOST_IN_ARRAY = 4096;
    private static final int LONGS = (1 << BLOCK_BITS) / Long.SIZE;

    private final Map<Long, Block> blocks = new HashMap<>();

    /** @throws MalformedException if ids are further apart than a sequence leaves them */
    boolean add(long id) throws MalformedException {
        Block block = blocks.computeIfAbsent(id >> BLOCK_BITS, number -> new Block());
        if (blocks.size() > MOST_BLOCKS) {
            throw new MalformedException(Fault.IDS_SCATTERED);
        }
        return block.add((char) id);
    }

    boolean contains(long id) {
        Block block = blocks.get(id >> BLOCK_BITS);
        return block != null && block.contains((char) id);
    }

    private static final class Block {
        private char[] few = new char[4];
        private int count;
        private long[] bits = new long[0];

        boolean add(char id) {
            if (bits.length > 0) {
                boolean fresh = (bits[id >> 6] & 1L << id) == 0;
                bits[id >> 6] |= 1L << id;
                return fresh;
            }
            int place = Arrays.binarySearch(few, 0, count, id);
            if (place >= 0) {
                return false;
            }
            if (count == MOST_IN_ARRAY) {
                turnIntoBits();
                return add(id);
            }
            if (count == few.length) {
                few = Arrays.copyOf(few, 2 * count);
            }
            int free = -place - 1;
            System.arraycopy(few, free, few, free + 1, count - free);
            few[free] = id;
            count++;
            return true;
        }

        boolean contains(char id) {
            return bits.length > 0 ? (bits[id >> 6] & 1L << id) != 0 : Arrays.binarySearch(few, 0, count, id) >= 0;
        }

        private void turnIntoBits() {
            bits = new long[LONGS];
            for (int i = 0; i < count; i++) {
                bits[few[i] >> 6] |= 1L << few[i];
            }
            few = new char[0];
        }
    }
}
