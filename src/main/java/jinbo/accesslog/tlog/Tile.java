package jinbo.accesslog.tlog;

/** Up to 256 hashes of one level of a tree, and the nodes above them within the tile. */
record Tile(byte[] hashes) {

    static final int HEIGHT = 8;
    static final int WIDTH = 1 << HEIGHT;

    /** The root of the subtree over 2^height hashes from the offset on. */
    TreeHash subtree(int offset, int height) {
        if (height == 0) {
            return TreeHash.of(hashes, offset * TreeHash.LENGTH);
        }
        int half = 1 << (height - 1);
        return TreeHash.ofNode(subtree(offset, height - 1), subtree(offset + half, height - 1));
    }

    /** The number of hashes in a tile, 0 to 256. */
    static int widthAt(long size, int level, long index) {
        long behind = hashesAt(size, level) - index * WIDTH;
        return (int) Math.max(0, Math.min(WIDTH, behind));
    }

    /** The number of hashes on a level. */
    static long hashesAt(long size, int level) {
        int shift = HEIGHT * level;
        return shift < Long.SIZE ? size >>> shift : 0;
    }
}
