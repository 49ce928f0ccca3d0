package jinbo.accesslog.verifier;

import java.util.Optional;

/** Takes the entries out of a bundle, each behind its length in two bytes, big-endian. */
final class EntryBundle {

    private static final int LENGTH_BYTES = 2;

    private final byte[] bytes;
    private int at;

    EntryBundle(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next entry; empty if there is none, not all of it, or none of its bytes. */
    Optional<byte[]> next() {
        if (bytes.length - at < LENGTH_BYTES) {
            return Optional.empty();
        }
        int length = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
        if (length == 0 || bytes.length - at - LENGTH_BYTES < length) {
            return Optional.empty();
        }
        int start = at + LENGTH_BYTES;
        at = start + length;
        return Optional.of(java.util.Arrays.copyOfRange(bytes, start, at));
    }

    /** Whether nothing is left. */
    boolean isAtEnd() {
        return at == bytes.length;
    }
}
