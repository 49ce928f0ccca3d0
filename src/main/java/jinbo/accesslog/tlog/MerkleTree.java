package jinbo.accesslog.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A log's tree at one size (RFC 6962, 2.1), over its tiles. Root and proofs read O(log size) tiles and keep no more in
 * memory; the tiles may belong to a tree that has grown since.
 */
public record MerkleTree(TileStore tiles, long size) {

    /** @throws IllegalArgumentException if the size is negative */
    public MerkleTree {
        if (size < 0) {
            throw new IllegalArgumentException("A tree cannot have " + size + " entries");
        }
    }

    /**
     * The tree after some more entries; 36 bytes or so of memory for each.
     *
     * @param leaves their hashes, in order
     * @throws TileDamagedException if the tiles are not those of a tree of this size, for example because it has grown
     *     already; nothing may then be kept of what was written
     */
    public MerkleTree append(List<TreeHash> leaves) {
        long grown = Math.addExact(size, leaves.size());
        new AppendToTree(tiles, size).append(leaves);
        return new MerkleTree(tiles, grown);
    }

    /** @throws IllegalArgumentException if it never had this size */
    public MerkleTree at(long earlier) {
        if (earlier > size) {
            throw new IllegalArgumentException("A tree of " + size + " entries had never " + earlier);
        }
        return new MerkleTree(tiles, earlier);
    }

    /** @throws TileDamagedException if a tile is missing or too short */
    public TreeHash root() {
        return size == 0 ? TreeHash.OF_NO_ENTRIES : new TreeNodes(tiles, size).range(0, size);
    }

    /**
     * @throws IllegalArgumentException if there is no such entry
     * @throws TileDamagedException if a tile is missing or too short
     */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " entries has none with the index " + index);
        }
        List<TreeHash> path = new ArrayList<>();
        inclusion(new TreeNodes(tiles, size), index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /**
     * @throws IllegalArgumentException if it never had this size
     * @throws TileDamagedException if a tile is missing or too short
     */
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

    /** SUBPROOF(earlier, D[begin:end], begin = 0) of RFC 6962, 2.1.2: whoever checks knows the hash of the tree that was. */
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
}
