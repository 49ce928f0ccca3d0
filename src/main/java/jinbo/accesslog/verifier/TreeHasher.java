package jinbo.accesslog.verifier;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes the hashes of a Merkle tree (RFC 6962, 2.1), with different prefixes for leaves and nodes. */
final class TreeHasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = sha256();

    Hash leaf(byte[] bytes) {
        sha256.update(LEAF);
        sha256.update(bytes);
        return digest();
    }

    Hash node(Hash left, Hash right) {
        sha256.update(NODE);
        sha256.update(left.bytes());
        sha256.update(right.bytes());
        return digest();
    }

    static Hash emptyRoot() {
        return Hash.wrap(sha256().digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private Hash digest() {
        byte[] hash = new byte[Hash.BYTES];
        try {
            sha256.digest(hash, 0, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
        return Hash.wrap(hash);
    }
}
