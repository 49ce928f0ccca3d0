package jinbo.accesslog.tlog;

/** Up to 256 hashes of one level of a Merkle tree, stored together (C2SP tlog-tiles). */
public record Tile(byte[] hashes) {

    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;

    /** The root of the subtree over 2^height hashes, of which the first has this offset. */
    public TreeHash subtree(int offset, int height) {
        if (height == 0) {
            return TreeHash.of(hashes, offset * TreeHash.LENGTH);
        }
        int half = 1 << (height - 1);
        return TreeHash.ofNode(subtree(offset, height - 1), subtree(offset + half, height - 1));
    }

    /** The number of hashes that a tile has in a tree of this size: 0 to 256. */
    static int widthAt(long size, int level, long index) {
        long remaining = hashesAt(size, level) - index * WIDTH;
        return (int) Math.max(0, Math.min(WIDTH, remaining));
    }

    /** The number of hashes on a level of a tree of this size. */
    static long hashesAt(long size, int level) {
        int shift = HEIGHT * level;
        return shift < Long.SIZE ? size >>> shift : 0;
    }
}
