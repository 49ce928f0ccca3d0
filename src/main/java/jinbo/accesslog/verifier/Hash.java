package jinbo.accesslog.verifier;

import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash. */
public final class Hash {

    static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps the 32 bytes of a hash that is already computed. Does not copy the array. */
    static Hash wrap(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A SHA-256 hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** Parses 44 characters of base64. */
    static Hash read(String base64, Fault otherwise) throws MalformedException {
        byte[] bytes = NoteText.base64(base64, otherwise);
        if (bytes.length != BYTES) {
            throw new MalformedException(otherwise);
        }
        return new Hash(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    boolean matchesAt(byte[] others, int offset) {
        return Arrays.equals(bytes, 0, BYTES, others, offset, offset + BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
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
