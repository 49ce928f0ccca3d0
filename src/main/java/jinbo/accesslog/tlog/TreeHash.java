package jinbo.accesslog.tlog;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import jinbo.platform.files.Sha256;

/** The hash of a leaf, a node or a whole Merkle tree (RFC 6962, 2.1); {@link #toString} returns it in base64. */
public final class TreeHash {

    public static final int LENGTH = 32;

    public static final TreeHash OF_NO_ENTRIES = new TreeHash(Sha256.start().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TreeHash ofLeaf(byte[] entry) {
        MessageDigest digest = Sha256.start();
        digest.update(LEAF);
        return new TreeHash(digest.digest(entry));
    }

    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        MessageDigest digest = Sha256.start();
        digest.update(NODE);
        digest.update(left.bytes);
        return new TreeHash(digest.digest(right.bytes));
    }

    /** @throws IllegalArgumentException if the array has fewer than 32 bytes from the offset on */
    public static TreeHash of(byte[] bytes, int offset) {
        if (offset < 0 || bytes.length - offset < LENGTH) {
            throw new IllegalArgumentException("There are no 32 bytes at offset " + offset + " of " + bytes.length);
        }
        return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    static TreeHash parse(String base64, String format, String place) throws TlogFormatException {
        byte[] bytes = Base64Text.decode(base64, format, place);
        if (bytes.length != LENGTH) {
            throw new TlogFormatException(format, place, "is a hash of " + bytes.length + " bytes instead of 32");
        }
        return new TreeHash(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
