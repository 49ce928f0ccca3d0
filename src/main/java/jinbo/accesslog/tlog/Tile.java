package jinbo.accesslog.tlog;

/** Up to 256 hashes of one level of a tree, side by side, and the nodes above them inside the tile. */
record Tile(byte[] hashes) {

    static final int HEIGHT = 8;
    static final int WIDTH = 1 << HEIGHT;

    /** The hash of the subtree over 2^height hashes that begins with the one at the offset. */
    TreeHash subtree(int offset, int height) {
        if (height == 0) {
            return TreeHash.of(hashes, offset * TreeHash.LENGTH);
        }
        int half = 1 << (height - 1);
        return TreeHash.ofNode(subtree(offset, height - 1), subtree(offset + half, height - 1));
    }

    /** How many hashes of a level of a tree a tile has: 0 to 256. */
    static int widthAt(long size, int level, long index) {
        long behind = hashesAt(size, level) - index * WIDTH;
        return (int) Math.max(0, Math.min(WIDTH, behind));
    }

    /** How many hashes a level has in a tree of this size. */
    static long hashesAt(long size, int level) {
        int shift = HEIGHT * level;
        return shift < Long.SIZE ? size >>> shift : 0;
    }
}
