package jinbo.drop;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that grows with a transfer. */
final class Sha256 {

    /** Bytes moved between two files at a time. */
    static final int BUFFER = 128 * 1024;

    private final MessageDigest digest = jdkDigest();

    void add(byte[] buffer, int length) {
        digest.update(buffer, 0, length);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest jdkDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
