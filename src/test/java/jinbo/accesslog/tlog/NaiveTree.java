package jinbo.accesslog.tlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinbo.platform.files.Sha256;

/** The definitions of RFC 6962, 2.1 to 2.1.2, over a list of leaf hashes in memory. */
final class NaiveTree {

    private record Range(int begin, int end) {}

    private final List<TreeHash> leaves;
    private final Map<Range, TreeHash> known = new HashMap<>();

    NaiveTree(List<TreeHash> leaves) {
        this.leaves = leaves;
    }

    static NaiveTree of(int size) {
        List<TreeHash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            MessageDigest digest = Sha256.start();
            digest.update((byte) 0);
            leaves.add(TreeHash.of(digest.digest(entry(i)), 0));
        }
        return new NaiveTree(leaves);
    }

    static byte[] entry(int index) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(index).array();
    }

    List<TreeHash> leaves() {
        return leaves;
    }

    TreeHash root(int size) {
        return size == 0 ? TreeHash.of(Sha256.start().digest(), 0) : mth(0, size);
    }

    List<TreeHash> path(int index, int size) {
        return path(index, 0, size);
    }

    List<TreeHash> proof(int earlier, int size) {
        return earlier == 0 ? List.of() : subproof(earlier, 0, size, true);
    }

    private TreeHash mth(int begin, int end) {
        Range range = new Range(begin, end);
        TreeHash hash = known.get(range);
        if (hash == null) {
            hash = end - begin == 1 ? leaves.get(begin) : node(begin, end);
            known.put(range, hash);
        }
        return hash;
    }

    private TreeHash node(int begin, int end) {
        int k = largestPowerOfTwoBelow(end - begin);
        MessageDigest digest = Sha256.start();
        digest.update((byte) 1);
        digest.update(mth(begin, begin + k).bytes());
        digest.update(mth(begin + k, end).bytes());
        return TreeHash.of(digest.digest(), 0);
    }

    private List<TreeHash> path(int m, int begin, int end) {
        if (end - begin == 1) {
            return List.of();
        }
        int k = largestPowerOfTwoBelow(end - begin);
        return m < k
                ? and(path(m, begin, begin + k), mth(begin + k, end))
                : and(path(m - k, begin + k, end), mth(begin, begin + k));
    }

    private List<TreeHash> subproof(int m, int begin, int end, boolean complete) {
        if (m == end - begin) {
            return complete ? List.of() : List.of(mth(begin, end));
        }
        int k = largestPowerOfTwoBelow(end - begin);
        return m <= k
                ? and(subproof(m, begin, begin + k, complete), mth(begin + k, end))
                : and(subproof(m - k, begin + k, end, false), mth(begin, begin + k));
    }

    private static List<TreeHash> and(List<TreeHash> hashes, TreeHash last) {
        List<TreeHash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static int largestPowerOfTwoBelow(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
