package jinbo.accesslog.verifier;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** A Merkle tree by the recursive definitions of RFC 6962, 2.1 to 2.1.2, without code of the verifier. */
final class NaiveTree {

    private NaiveTree() {}

    static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = split(leaves.size());
        return sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        List<byte[]> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int k = split(leaves.size());
            List<byte[]> left = leaves.subList(0, k);
            List<byte[]> right = leaves.subList(k, leaves.size());
            path.addAll(index < k ? inclusion(index, left) : inclusion(index - k, right));
            path.add(root(index < k ? right : left));
        }
        return path;
    }

    static List<byte[]> consistency(int older, List<byte[]> leaves) {
        return older == 0 || older == leaves.size() ? List.of() : subProof(older, leaves, true);
    }

    private static List<byte[]> subProof(int older, List<byte[]> leaves, boolean known) {
        List<byte[]> path = new ArrayList<>();
        if (older == leaves.size()) {
            if (!known) {
                path.add(root(leaves));
            }
            return path;
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        if (older <= k) {
            path.addAll(subProof(older, left, known));
            path.add(root(right));
        } else {
            path.addAll(subProof(older - k, right, false));
            path.add(root(left));
        }
        return path;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                all.writeBytes(part);
            }
            return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The largest power of two below. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
