package jinbo.accesslog.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Up to 256 entries in one file, each behind its length in two bytes, big-endian (C2SP tlog-tiles). */
public final class EntryBundle {

    public static final int MOST_ENTRY_BYTES = 0xffff;

    private static final String FORMAT = "entry bundle";

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

    /**
     * @param width how many entries it must have, 1 to 256
     * @throws TlogFormatException if it has fewer or more, or ends within one
     */
    public static List<byte[]> parse(byte[] bundle, int width) throws TlogFormatException {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length && entries.size() < width) {
            int length = bundle.length - at < 2
                    ? MOST_ENTRY_BYTES
                    : (bundle[at] & 0xff) << Byte.SIZE | bundle[at + 1] & 0xff;
            if (bundle.length - at - 2 < length) {
                throw new TlogFormatException(FORMAT, "entry " + entries.size(), "is cut off");
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
            at += 2 + length;
        }
        if (entries.size() != width || at != bundle.length) {
            throw new TlogFormatException(FORMAT, "byte " + at, "is not the end after " + width + " entries");
        }
        return entries;
    }
}
