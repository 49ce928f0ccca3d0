package jinbo.partner.calls;

import java.io.IOException;
import java.io.InputStream;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;
import org.roaringbitmap.RoaringBitmap;

/**
 * An insurer's own customers whose policy, sold by telephone, is in force, by number. Seven thousand million numbers need 33
 * bits, so they lie in two bitmaps, which together never take more than 900 megabytes and take a tenth of that for ten million
 * customers.
 */
public final class PolicyholderNumbers {

    private static final long LOWEST = 13_000_000_000L;

    private final RoaringBitmap lower = new RoaringBitmap();
    private final RoaringBitmap upper = new RoaringBitmap();
    private long unreadable;

    private PolicyholderNumbers() {}

    /**
     * Reads a CSV table with a column {@code mobile}; what else it holds is not looked at.
     *
     * @throws jinbo.partner.PartnerException if it is no such table
     */
    public static PolicyholderNumbers read(String name, InputStream csv) throws IOException {
        PolicyholderNumbers customers = new PolicyholderNumbers();
        try (NumberTable table = NumberTable.open(name, csv)) {
            while (table.next()) {
                customers.add(table.mobile());
            }
        }
        return customers;
    }

    /** How many rows hold no mobile number that can be read; they vouch for nobody. */
    public long unreadable() {
        return unreadable;
    }

    public long numbers() {
        return lower.getLongCardinality() + upper.getLongCardinality();
    }

    boolean contains(Mobile mobile) {
        return half(mobile).contains(low(mobile));
    }

    private void add(CharSequence typed) {
        if (MobileParser.read(typed) instanceof MobileParseResult.Read read) {
            half(read.mobile()).add(low(read.mobile()));
        } else {
            unreadable++;
        }
    }

    private RoaringBitmap half(Mobile mobile) {
        return (mobile.value() - LOWEST) >>> Integer.SIZE == 0 ? lower : upper;
    }

    private static int low(Mobile mobile) {
        return (int) (mobile.value() - LOWEST);
    }
}
