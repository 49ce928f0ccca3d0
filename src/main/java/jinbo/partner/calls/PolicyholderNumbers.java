package jinbo.partner.calls;

import java.io.IOException;
import java.io.InputStream;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;
import org.roaringbitmap.RoaringBitmap;

/** The numbers of customers with a policy that was sold by telephone: 33 bits each, in two bitmaps below 900 MB. */
public final class PolicyholderNumbers {

    private static final long LOWEST = 13_000_000_000L;

    private final RoaringBitmap lower = new RoaringBitmap();
    private final RoaringBitmap upper = new RoaringBitmap();
    private long unreadable;

    private PolicyholderNumbers() {}

    public static PolicyholderNumbers read(String name, InputStream csv) throws IOException {
        PolicyholderNumbers customers = new PolicyholderNumbers();
        try (NumberTable table = NumberTable.open(name, csv)) {
            while (table.next()) {
                customers.add(table.mobile());
            }
        }
        return customers;
    }

    /** How many rows had no readable mobile number. */
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
