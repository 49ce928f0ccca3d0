package jinbo.accesslog.verifier;

import java.util.Optional;

/** The at most 64 roots of complete subtrees of a growing tree, from which its root follows (RFC 9162, 2.1.1). */
final class Frontier {

    interface Listener {
        /** The height of a leaf is 0; the index counts subtrees of this height. */
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
