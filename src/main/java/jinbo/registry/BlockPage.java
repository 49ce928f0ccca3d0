package jinbo.registry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * The blocks of one scope for a thousand consecutive numbers, as one row of {@code block_page} stores them: sorted by
 * number, five bytes each. A block has 10 bits for the number's last three digits (its place), 15 bits for the first
 * day, and 15 bits for the first day after the block ({@link PackedInterval}).
 */
final class BlockPage {

    private static final int BYTES = 5;
    private static final int FIRST = 8 * BYTES;
    private static final int BLOCK_BITS = 2 * PackedInterval.BITS;
    private static final int PLACE_BITS_OF_SECOND_BYTE = 2;

    /** Accesses the last four bytes of a block: two bits of the place, then 30 bits of the interval. */
    private static final VarHandle BLOCKS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final int thousand;
    private final short scope;
    private final boolean isNew;
    private byte[] blocks;

    private int end;
    private boolean changed;

    private BlockPage(int thousand, short scope, byte[] blocks, int end, boolean isNew) {
        this.thousand = thousand;
        this.scope = scope;
        this.blocks = blocks;
        this.end = end;
        this.isNew = isNew;
    }

    /** A page that is not stored yet. */
    static BlockPage empty(int thousand, short scope) {
        return new BlockPage(thousand, scope, new byte[FIRST], 0, true);
    }

    /** @param blocks not copied */
    static BlockPage of(int thousand, short scope, byte[] blocks) {
        return new BlockPage(thousand, scope, blocks, blocks.length, false);
    }

    /** Visits the blocks of a stored page, sorted by number. */
    static void each(int thousand, byte[] blocks, Blocks sink) {
        ByteBuffer bytes = ByteBuffer.wrap(blocks);
        while (bytes.hasRemaining()) {
            long block = (bytes.get() & 0xFFL) << Integer.SIZE | bytes.getInt() & 0xFFFF_FFFFL;
            sink.block(Thousand.mobile(thousand, (int) (block >>> BLOCK_BITS)), (int) block & (1 << BLOCK_BITS) - 1);
        }
    }

    int thousand() {
        return thousand;
    }

    short scope() {
        return scope;
    }

    boolean isNew() {
        return isNew;
    }

    boolean has(int place) {
        return find(place) >= 0;
    }

    /** The packed interval of the block at a place ({@link PackedInterval#pack}); the place must have a block. */
    int block(int place) {
        return blockAt(find(place));
    }

    boolean isChanged() {
        return changed;
    }

    boolean isEmpty() {
        return end == 0;
    }

    void addPlacesTo(BitSet places) {
        for (int at = 0; at < end; at += BYTES) {
            places.set(placeAt(at));
        }
    }

    void put(int place, int block) {
        put(find(place), place, block);
    }

    void remove(int place) {
        int at = find(place);
        if (at >= 0) {
            System.arraycopy(blocks, at + BYTES, blocks, at, end - at - BYTES);
            end -= BYTES;
            changed = true;
        }
    }

    void put(int place, Optional<Interval> block) {
        block.ifPresentOrElse(there -> put(place, PackedInterval.pack(there)), () -> remove(place));
    }

    /**
     * Applies a complaint by rule 4; see {@link Interval#after}.
     *
     * @param complaint the packed interval of the block that the complaint alone would cause
     */
    void fold(int place, int complaint, int registeredOn) {
        int at = find(place);
        put(at, place, at >= 0 ? PackedInterval.after(blockAt(at), complaint, registeredOn) : complaint);
    }

    byte[] bytes() {
        return end == blocks.length ? blocks : Arrays.copyOf(blocks, end);
    }

    /** @param found the result of {@link #find} */
    private void put(int found, int place, int block) {
        int at = found;
        if (at < 0) {
            at = ~found;
            insertAt(at);
        } else if (blockAt(at) == block) {
            return;
        }
        blocks[at] = (byte) (place >>> PLACE_BITS_OF_SECOND_BYTE);
        BLOCKS.set(blocks, at + 1, place << BLOCK_BITS | block);
        changed = true;
    }

    private void insertAt(int at) {
        byte[] before = blocks;
        if (end == before.length) {
            blocks = new byte[Math.min(2 * end + FIRST, BYTES * Thousand.NUMBERS)];
            System.arraycopy(before, 0, blocks, 0, at);
        }
        System.arraycopy(before, at, blocks, at + BYTES, end - at);
        end += BYTES;
    }

    /** The offset of a place's block, or the complement of the offset at which to insert it. */
    private int find(int place) {
        int low = 0;
        int high = end / BYTES;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placeAt(middle * BYTES) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int at = low * BYTES;
        return at < end && placeAt(at) == place ? at : ~at;
    }

    private int placeAt(int at) {
        return (blocks[at] & 0xFF) << PLACE_BITS_OF_SECOND_BYTE
                | (blocks[at + 1] & 0xFF) >>> Byte.SIZE - PLACE_BITS_OF_SECOND_BYTE;
    }

    private int blockAt(int at) {
        return (int) BLOCKS.get(blocks, at + 1) & (1 << BLOCK_BITS) - 1;
    }

    @FunctionalInterface
    interface Blocks {
        void block(long mobile, int block);
    }
}
