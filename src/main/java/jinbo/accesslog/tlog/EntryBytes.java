package jinbo.accesslog.tlog;

import java.util.Arrays;

/** The bytes of an entry exactly as the tree holds them; they read as base64. */
public final class EntryBytes {

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
