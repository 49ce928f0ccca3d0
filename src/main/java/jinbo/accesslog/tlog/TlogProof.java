package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The proof that one entry is in a log, as a text that needs nothing beside it but the log's key (C2SP tlog-proof).
 *
 * @param entry bytes of the entry, as the {@code extra} line; believed only because they hash to the proven leaf
 * @param index of the entry, from 0
 * @param path the inclusion proof's hashes, from the leaf's sibling up
 */
public record TlogProof(Optional<EntryBytes> entry, long index, List<TreeHash> path, SignedNote checkpoint) {

    private static final String FORMAT = "tlog-proof";
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_BYTES = 1 << 21;
    private static final int MOST_HASHES = Long.SIZE - 1;

    /** @throws IllegalArgumentException if the index is negative */
    public TlogProof {
        if (index < 0) {
            throw new IllegalArgumentException("No entry has the index " + index);
        }
        path = List.copyOf(path);
    }

    /**
     * Reads the bytes of a proof; it says nothing about whether it holds.
     *
     * @throws TlogFormatException if they deviate in anything from the format, or are more than 2 MiB or 63 hashes
     */
    public static TlogProof parse(byte[] proof) throws TlogFormatException {
        return parse(Utf8Text.decode(proof, MOST_BYTES, FORMAT));
    }

    /**
     * Reads a proof; it says nothing about whether it holds.
     *
     * @throws TlogFormatException if it deviates in anything from the format, or has more than 63 hashes
     */
    public static TlogProof parse(String proof) throws TlogFormatException {
        int split = proof.indexOf("\n\n");
        if (split < 0) {
            throw new TlogFormatException(FORMAT, "the whole", "has no empty line before the checkpoint");
        }
        String[] lines = proof.substring(0, split).split("\n", -1);
        if (!lines[0].equals(HEADER)) {
            throw new TlogFormatException(FORMAT, "line 1", "is not " + HEADER);
        }
        boolean extra = lines.length > 1 && lines[1].startsWith(EXTRA);
        int at = extra ? 2 : 1;
        if (at >= lines.length || !lines[at].startsWith(INDEX)) {
            throw new TlogFormatException(FORMAT, "line " + (at + 1), "is not the index");
        }
        Optional<EntryBytes> entry = extra
                ? Optional.of(EntryBytes.parse(lines[1].substring(EXTRA.length()), FORMAT, "line 2"))
                : Optional.empty();
        long index = Decimal.parse(lines[at].substring(INDEX.length()), FORMAT, "line " + (at + 1));
        return new TlogProof(entry, index, path(lines, at + 1), SignedNote.parse(proof.substring(split + 2)));
    }

    private static List<TreeHash> path(String[] lines, int first) throws TlogFormatException {
        if (lines.length - first > MOST_HASHES) {
            throw new TlogFormatException(FORMAT, "the whole", "has more hashes than any log needs");
        }
        List<TreeHash> path = new ArrayList<>();
        for (int i = first; i < lines.length; i++) {
            path.add(TreeHash.parse(lines[i], FORMAT, "line " + (i + 1)));
        }
        return path;
    }

    /**
     * Whether a leaf is proven to be in the log of this key, at the index and under the checkpoint that the proof names.
     *
     * @throws TlogFormatException if the note is no checkpoint
     * @throws UnverifiedNoteException if the key did not sign it
     */
    public boolean holds(TreeHash leaf, VerifierKey key) throws TlogFormatException, UnverifiedNoteException {
        return Checkpoint.open(checkpoint, key).covers(index, leaf, path);
    }

    /** {@link #toString()} in UTF-8. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The proof as it is stored and handed on; the extension of its file is {@code .tlog-proof}. */
    @Override
    public String toString() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        entry.ifPresent(bytes -> proof.append(EXTRA).append(bytes).append('\n'));
        proof.append(INDEX).append(index).append('\n');
        path.forEach(hash -> proof.append(hash).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }

    /** The bytes of an entry exactly as the tree holds them; they read as base64. */
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

        static EntryBytes parse(String base64, String format, String place) throws TlogFormatException {
            byte[] bytes = Base64Text.decode(base64, format, place);
            if (bytes.length > EntryBundle.MOST_ENTRY_BYTES) {
                throw new TlogFormatException(format, place, "is longer than any entry");
            }
            return new EntryBytes(bytes);
        }

        public byte[] bytes() {
            return bytes.clone();
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
