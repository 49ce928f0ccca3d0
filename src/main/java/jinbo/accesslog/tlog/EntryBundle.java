package jinbo.accesslog.tlog;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** A file with up to 256 entries (C2SP tlog-tiles), each preceded by its length in two bytes, big-endian. */
public final class EntryBundle {

    public static final int MOST_ENTRY_BYTES = 0xffff;

    private EntryBundle() {}

    /** @throws IllegalArgumentException if there are not 1 to 256 entries, or one has more than 65,535 bytes */
    public static byte[] write(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > Tile.WIDTH) {
            throw new IllegalArgumentException("A bundle has 1 to 256 entries, not " + entries.size());
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MOST_ENTRY_BYTES) {
                throw new IllegalArgumentException("No entry has " + entry.length + " bytes");
            }
            bundle.write(entry.length >>> Byte.SIZE);
            bundle.write(entry.length);
            bundle.write(entry, 0, entry.length);
        }
        return bundle.toByteArray();
    }
}
