package jinbo.registry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The blocks that one scope has in one thousand of numbers, as {@code block_page} keeps them: five bytes each, by rising number; of 40
 * bits 10 are of the number's last three digits, 15 each of the days on which the ban begins and ends, see {@link PackedDays}.
 */
final class BlockPage {

    private static final int BYTES = 5;
    private static final int BAN_BITS = 2 * PackedDays.BITS;
    private static final int NONE = 0;

    private final int thousand;
    private final short scope;
    /** Each as {@link PackedDays#pack} packs it, and one: so a new page needs no filling. */
    private final int[] bans = new int[Thousand.NUMBERS];

    private boolean changed;

    private BlockPage(int thousand, short scope) {
        this.thousand = thousand;
        this.scope = scope;
    }

    /** One without blocks. */
    static BlockPage empty(int thousand, short scope) {
        return new BlockPage(thousand, scope);
    }

    static BlockPage of(int thousand, short scope, byte[] blocks) {
        BlockPage page = new BlockPage(thousand, scope);
        each(thousand, blocks, (mobile, ban) -> page.bans[Thousand.place(mobile)] = ban + 1);
        return page;
    }

    /** Those of a page as it is kept, by rising number. */
    static void each(int thousand, byte[] blocks, Blocks sink) {
        ByteBuffer bytes = ByteBuffer.wrap(blocks);
        while (bytes.hasRemaining()) {
            long block = (bytes.get() & 0xFFL) << Integer.SIZE | bytes.getInt() & 0xFFFF_FFFFL;
            sink.block(Thousand.mobile(thousand, (int) (block >>> BAN_BITS)), (int) block & (1 << BAN_BITS) - 1);
        }
    }

    int thousand() {
        return thousand;
    }

    short scope() {
        return scope;
    }

    boolean has(int place) {
        return bans[place] != NONE;
    }

    /** The ban of a number, packed as {@link PackedDays#pack} does. */
    int ban(int place) {
        return bans[place] - 1;
    }

    /** Whether it is another page than was read. */
    boolean isChanged() {
        return changed;
    }

    boolean isEmpty() {
        return Arrays.stream(bans).allMatch(ban -> ban == NONE);
    }

    void put(int place, int ban) {
        set(place, ban + 1);
    }

    void remove(int place) {
        set(place, NONE);
    }

    /** Puts the ban there, or takes it away. */
    void put(int place, Optional<Interval> ban) {
        ban.ifPresentOrElse(there -> put(place, PackedDays.pack(there)), () -> remove(place));
    }

    /**
     * Adds a complaint to what counts for a number, by rule 4 of the design; {@link Interval#after} says the same for one act.
     *
     * @param complaint the complaint's own ban
     * @param registeredOn the day on which the complaint was registered
     */
    void fold(int place, int complaint, int registeredOn) {
        put(place, has(place) ? PackedDays.after(ban(place), complaint, registeredOn) : complaint);
    }

    private void set(int place, int value) {
        changed |= bans[place] != value;
        bans[place] = value;
    }

    byte[] bytes() {
        byte[] bytes = new byte[BYTES * Thousand.NUMBERS];
        int end = 0;
        for (int place = 0; place < bans.length; place++) {
            if (bans[place] != NONE) {
                long block = (long) place << BAN_BITS | bans[place] - 1;
                for (int shift = (BYTES - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                    bytes[end++] = (byte) (block >>> shift);
                }
            }
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Takes blocks. */
    @FunctionalInterface
    interface Blocks {
        void block(long mobile, int ban);
    }
}
