package jinbo.accesslog.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree of a log at one size (RFC 6962, 2.1). It computes roots and proofs from O(log size) stored tiles,
 * which may belong to a larger tree.
 */
public record MerkleTree(TileStore tiles, long size) {

    public MerkleTree {
        if (size < 0) {
            throw new IllegalArgumentException("A tree cannot have " + size + " entries");
        }
    }

    /**
     * Appends leaf hashes, which take some 36 bytes of memory each, and returns the larger tree.
     *
     * @throws TileDamagedException if the tiles do not match the size, for example because another process has
     *     appended; the caller must roll back
     */
    public MerkleTree append(List<TreeHash> leaves) {
        long grown = Math.addExact(size, leaves.size());
        new AppendToTree(tiles, size).append(leaves);
        return new MerkleTree(tiles, grown);
    }

    /** @throws IllegalArgumentException if the tree never had this size */
    public MerkleTree at(long earlier) {
        if (earlier > size) {
            throw new IllegalArgumentException("A tree of " + size + " entries never had " + earlier);
        }
        return new MerkleTree(tiles, earlier);
    }

    /** @throws TileDamagedException if a tile is missing or too short */
    public TreeHash root() {
        return size == 0 ? TreeHash.OF_NO_ENTRIES : new TreeNodes(tiles, size).range(0, size);
    }

    /** @throws TileDamagedException if a tile is missing or too short */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " entries has no entry with index " + index);
        }
        List<TreeHash> path = new ArrayList<>();
        inclusion(new TreeNodes(tiles, size), index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** @throws TileDamagedException if a tile is missing or too short */
    public ConsistencyProof consistency(long earlier) {
        at(earlier);
        List<TreeHash> path = new ArrayList<>();
        if (earlier > 0) {
            consistency(new TreeNodes(tiles, size), earlier, 0, size, path);
        }
        return new ConsistencyProof(earlier, size, path);
    }

    /** PATH(index, D[begin:end]) of RFC 6962, 2.1.1. */
    private static void inclusion(TreeNodes nodes, long index, long begin, long end, List<TreeHash> path) {
        if (end - begin == 1) {
            return;
        }
        long split = begin + Long.highestOneBit(end - begin - 1);
        if (index < split) {
            inclusion(nodes, index, begin, split, path);
            path.add(nodes.range(split, end));
        } else {
            inclusion(nodes, index, split, end, path);
            path.add(nodes.range(begin, split));
        }
    }

    /** SUBPROOF(earlier, D[begin:end], begin = 0) of RFC 6962, 2.1.2. */
    private static void consistency(TreeNodes nodes, long earlier, long begin, long end, List<TreeHash> path) {
        if (earlier == end) {
            if (begin > 0) {
                path.add(nodes.range(begin, end));
            }
            return;
        }
        long split = begin + Long.highestOneBit(end - begin - 1);
        if (earlier <= split) {
            consistency(nodes, earlier, begin, split, path);
            path.add(nodes.range(split, end));
        } else {
            consistency(nodes, earlier, split, end, path);
            path.add(nodes.range(begin, split));
        }
    }

    /** Appends leaf hashes to the stored tiles; reads one tile for each level that changes. */
    record AppendToTree(TileStore tileStore, long size) {

        void append(List<TreeHash> leaves) {
            List<TreeHash> arrivals = leaves;
            for (int level = 0; !arrivals.isEmpty(); level++) {
                arrivals = append(level, arrivals);
            }
        }

        /** Returns the root hashes of the tiles that became full, which are appended to the next level. */
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

        /** Refuses a longer tile, which writing would truncate: another process appended, or the size was reset. */
        private int lastTile(int level, long index, byte[] target) {
            int wanted = Tile.widthAt(size, level, index) * TreeHash.LENGTH;
            byte[] stored = tileStore.read(level, index).orElseGet(() -> new byte[0]);
            if (stored.length != wanted) {
                throw new TileDamagedException(level, index, "has " + stored.length + " bytes instead of " + wanted);
            }
            System.arraycopy(stored, 0, target, 0, wanted);
            return wanted;
        }
    }
}
