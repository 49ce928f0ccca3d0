package jinbo.accesslog.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts leaf hashes behind those that a tree has: one tile is read on each level that changes. */
record AppendToTree(TileStore tileStore, long size) {

    void append(List<TreeHash> leaves) {
        List<TreeHash> arrivals = leaves;
        for (int level = 0; !arrivals.isEmpty(); level++) {
            arrivals = append(level, arrivals);
        }
    }

    /** Returns the hashes of the tiles that have become full. */
    private List<TreeHash> append(int level, List<TreeHash> arrivals) {
        long index = Tile.hashesAt(size, level) / Tile.WIDTH;
        byte[] hashes = new byte[Tile.WIDTH * TreeHash.LENGTH];
        int filled = lastTile(level, index, hashes);
        List<TreeHash> full = new ArrayList<>();
        for (TreeHash arrival : arrivals) {
            arrival.copyTo(hashes, filled);
            filled += TreeHash.LENGTH;
            if (filled == hashes.length) {
                tileStore.write(level, index, hashes.clone());
                full.add(new Tile(hashes).subtree(0, Tile.HEIGHT));
                index++;
                filled = 0;
            }
        }
        if (filled > 0) {
            tileStore.write(level, index, Arrays.copyOf(hashes, filled));
        }
        return full;
    }

    /**
     * A tile that holds more than the tree's size says would be cut by writing it: then somebody else has appended, or
     * the size was turned back.
     */
    private int lastTile(int level, long index, byte[] target) {
        int wanted = Tile.widthAt(size, level, index) * TreeHash.LENGTH;
        byte[] kept = tileStore.read(level, index).orElseGet(() -> new byte[0]);
        if (kept.length != wanted) {
            throw new TileDamagedException(level, index, "has " + kept.length + " bytes instead of " + wanted);
        }
        System.arraycopy(kept, 0, target, 0, wanted);
        return wanted;
    }
}
