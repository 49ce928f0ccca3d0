package jinbo.accesslog.tlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Computes nodes of a tree of one size from its tiles; reads each tile once. */
final class TreeNodes {

    private record Place(int level, long index) {}

    private final TileStore tileStore;
    private final long size;
    private final Map<Place, Tile> read = new HashMap<>();

    TreeNodes(TileStore tileStore, long size) {
        this.tileStore = tileStore;
        this.size = size;
    }

    /**
     * MTH(D[begin:end]) of RFC 6962, 2.1; {@code begin} must be a multiple of the largest power of two in the length.
     */
    TreeHash range(long begin, long end) {
        long count = end - begin;
        long split = Long.highestOneBit(count);
        if (split == count) {
            return complete(begin, Long.numberOfTrailingZeros(count));
        }
        return TreeHash.ofNode(range(begin, begin + split), range(begin + split, end));
    }

    private TreeHash complete(long begin, int height) {
        int level = height / Tile.HEIGHT;
        long hash = begin >>> (Tile.HEIGHT * level);
        return tile(level, hash / Tile.WIDTH).subtree((int) (hash % Tile.WIDTH), height % Tile.HEIGHT);
    }

    private Tile tile(int level, long index) {
        return read.computeIfAbsent(
                new Place(level, index), place -> new Tile(read(tileStore, size, place.level(), place.index())));
    }

    /** Returns the hashes that a tile has in a tree of this size, even if the stored tree is larger. */
    static byte[] read(TileStore tileStore, long size, int level, long index) {
        int wanted = Tile.widthAt(size, level, index) * TreeHash.LENGTH;
        byte[] stored =
                tileStore.read(level, index).orElseThrow(() -> new TileDamagedException(level, index, "is missing"));
        if (stored.length < wanted
                || stored.length % TreeHash.LENGTH != 0
                || stored.length > Tile.WIDTH * TreeHash.LENGTH) {
            throw new TileDamagedException(
                    level, index, "has " + stored.length + " bytes instead of " + wanted + " or more");
        }
        return Arrays.copyOf(stored, wanted);
    }
}
