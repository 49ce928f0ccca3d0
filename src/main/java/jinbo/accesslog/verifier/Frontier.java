package jinbo.accesslog.verifier;

import java.util.Optional;

/** The roots of a growing tree's complete subtrees, at most 64, which determine its root (RFC 9162, 2.1.1). */
final class Frontier {

    interface Listener {
        /** Reports a complete subtree. A leaf has the height 0; the index counts subtrees of the same height. */
        void complete(int height, long index, Hash hash) throws VerificationStoppedException;
    }

    private final TreeHasher hasher;
    private final Hash[] subtrees = new Hash[Long.SIZE];
    private long size;

    Frontier(TreeHasher hasher) {
        this.hasher = hasher;
    }

    long size() {
        return size;
    }

    void append(Hash leaf, Listener listener) throws VerificationStoppedException {
        int height = 0;
        Hash hash = leaf;
        listener.complete(0, size, hash);
        while ((size >> height & 1) == 1) {
            hash = hasher.node(subtrees[height], hash);
            height++;
            listener.complete(height, size >> height, hash);
        }
        subtrees[height] = hash;
        size++;
    }

    Hash root() {
        Optional<Hash> root = Optional.empty();
        for (int height = 0; height < Long.SIZE - 1; height++) {
            if ((size >> height & 1) == 1) {
                Hash left = subtrees[height];
                root = Optional.of(root.map(right -> hasher.node(left, right)).orElse(left));
            }
        }
        return root.orElseGet(TreeHasher::emptyRoot);
    }
}
