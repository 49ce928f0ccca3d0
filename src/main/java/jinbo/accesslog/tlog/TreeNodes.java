package jinbo.accesslog.tlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The nodes of a tree of one size, computed from its tiles; each tile is read once. */
final class TreeNodes {

    private record Place(int level, long index) {}

    private final TileStore tileStore;
    private final long size;
    private final Map<Place, Tile> read = new HashMap<>();

    TreeNodes(TileStore tileStore, long size) {
        this.tileStore = tileStore;
        this.size = size;
    }

    /** MTH(D[begin:end]) of RFC 6962, 2.1, for ranges whose left parts are complete. */
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

    /** The hashes of a tile at this size, even if the tree has grown since. */
    static byte[] read(TileStore tileStore, long size, int level, long index) {
        int wanted = Tile.widthAt(size, level, index) * TreeHash.LENGTH;
        byte[] kept =
                tileStore.read(level, index).orElseThrow(() -> new TileDamagedException(level, index, "is missing"));
        if (kept.length < wanted || kept.length % TreeHash.LENGTH != 0 || kept.length > Tile.WIDTH * TreeHash.LENGTH) {
            throw new TileDamagedException(
                    level, index, "has " + kept.length + " bytes instead of " + wanted + " or more");
        }
        return Arrays.copyOf(kept, wanted);
    }
}
