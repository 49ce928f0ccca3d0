package jinbo.batch.reconciliation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import jinbo.platform.files.Sha256;
import jinbo.registry.Interval;

/**
 * An entry of a list, written out and hashed as the format page of block lists says, once for all lists that have it. It
 * shares no code with what writes lists.
 */
final class DerivedEntry {

    private static final int LINE_END = 2;

    private final Key key;
    private final Interval block;
    private final byte[] row;
    private final BigInteger hash;

    /** @param line the line of business and a comma; empty in lists that name none */
    record Key(long mobile, String line) {

        /** What the row begins with, up to the dates. */
        String begin() {
            return mobile + "," + line;
        }
    }

    private DerivedEntry(Key key, Interval block) {
        this.key = key;
        this.block = block;
        this.row = (key.begin() + block.effectiveOn() + "," + block.expiresOn() + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.hash = new BigInteger(1, Sha256.start().digest(Arrays.copyOf(row, row.length - LINE_END)));
    }

    boolean is(Key other, Interval of) {
        return key.equals(other) && block.equals(of);
    }

    /** The row as it stands in the CSV, its end included. */
    byte[] row() {
        return row;
    }

    /** SHA-256 of the row without its end, as a number. */
    BigInteger hash() {
        return hash;
    }

    /** Writes entries out, and the same one for many lists only once: most of a list is the same for every insurer in a line. */
    static final class Cache {

        private final Map<String, DerivedEntry> lastByLine = new HashMap<>();

        DerivedEntry of(Key key, Interval block) {
            DerivedEntry last = lastByLine.get(key.line());
            if (last != null && last.is(key, block)) {
                return last;
            }
            DerivedEntry entry = new DerivedEntry(key, block);
            lastByLine.put(key.line(), entry);
            return entry;
        }
    }
}
