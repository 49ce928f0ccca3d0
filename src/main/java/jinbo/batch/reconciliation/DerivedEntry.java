package jinbo.batch.reconciliation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import jinbo.platform.files.Sha256;
import jinbo.registry.Interval;

/**
 * An entry of a list, written out and hashed as the format page of block lists says, once for all lists that have it. It
 * shares no code with what writes lists.
 */
final class DerivedEntry {

    /** None yet. */
    static final DerivedEntry NONE = of(0, new Interval(LocalDate.EPOCH, LocalDate.EPOCH));

    private static final int LINE_END = 2;

    private final long mobile;
    private final Interval block;
    private final byte[] row;
    private final BigInteger hash;

    private DerivedEntry(long mobile, Interval block) {
        this.mobile = mobile;
        this.block = block;
        this.row = (mobile + "," + block.effectiveOn() + "," + block.expiresOn() + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.hash = new BigInteger(1, Sha256.start().digest(Arrays.copyOf(row, row.length - LINE_END)));
    }

    static DerivedEntry of(long mobile, Interval block) {
        return new DerivedEntry(mobile, block);
    }

    boolean is(long number, Interval of) {
        return mobile == number && block.equals(of);
    }

    /** The row as it stands in the CSV, its end included. */
    byte[] row() {
        return row;
    }

    /** SHA-256 of the row without its end, as a number. */
    BigInteger hash() {
        return hash;
    }

    /** Writes entries out, and the same one for many lists only once: most of a list is the sector's, and the same for every insurer. */
    static final class Cache {

        private DerivedEntry last = DerivedEntry.NONE;

        DerivedEntry of(long mobile, Interval block) {
            if (!last.is(mobile, block)) {
                last = DerivedEntry.of(mobile, block);
            }
            return last;
        }
    }
}
