package jinbo.accesslog.tlog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The proof that an entry is in a log, as a self-contained text (C2SP tlog-proof).
 *
 * @param entry the content of the {@code extra} line
 */
public record TlogProof(Optional<EntryBytes> entry, long index, List<TreeHash> path, SignedNote checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        if (index < 0) {
            throw new IllegalArgumentException("No entry has the index " + index);
        }
        path = List.copyOf(path);
    }

    /** The text of a {@code .tlog-proof} file. */
    @Override
    public String toString() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        entry.ifPresent(bytes -> proof.append(EXTRA).append(bytes).append('\n'));
        proof.append(INDEX).append(index).append('\n');
        path.forEach(hash -> proof.append(hash).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }

    /** An encoded entry; {@link #toString} returns it in base64. */
    public static final class EntryBytes {

        private final byte[] bytes;

        private EntryBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** @throws IllegalArgumentException if there are more than 65,535 bytes */
        public static EntryBytes of(byte[] bytes) {
            if (bytes.length > EntryBundle.MOST_ENTRY_BYTES) {
                throw new IllegalArgumentException("No entry has " + bytes.length + " bytes");
            }
            return new EntryBytes(bytes.clone());
        }

        public TreeHash leaf() {
            return TreeHash.ofLeaf(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof EntryBytes entry && Arrays.equals(bytes, entry.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return Base64Text.encode(bytes);
        }
    }
}
