package jinbo.accesslog.tlog;

import java.util.List;

/** The proof that an entry is in a tree (RFC 6962, 2.1.1); {@code path} begins with the hash of the leaf's sibling. */
public record InclusionProof(long index, long size, List<TreeHash> path) {

    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " entries has no entry with index " + index);
        }
        path = List.copyOf(path);
    }

    /** Verifies the proof (RFC 9162, 2.1.3.2). */
    public boolean holds(TreeHash leaf, TreeHash root) {
        long node = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                hash = TreeHash.ofNode(sibling, hash);
                int levelsWithoutSibling = isRight(node) ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= levelsWithoutSibling;
                last >>>= levelsWithoutSibling;
            } else {
                hash = TreeHash.ofNode(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }
}
