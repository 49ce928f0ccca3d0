package jinbo.reference.phone;

import java.util.BitSet;

/** Which segments of mobile numbers (号段) belong to the association's (home) province, in two bit sets. Immutable. */
public final class SegmentTable {

    private final String version;
    private final BitSet known;
    private final BitSet home;
    private final int homeSegments;

    SegmentTable(String version, BitSet known, BitSet home) {
        this.version = version;
        this.known = known;
        this.home = home;
        // computed once, because callers need it for each number, and counting takes longer than a lookup
        this.homeSegments = home.cardinality();
    }

    /** The name of the data, for example {@code phone.dat-2302} or {@code import-3}. */
    public String version() {
        return version;
    }

    public Region regionOf(Mobile mobile) {
        int index = SegmentProvinces.index(mobile.segment());
        if (home.get(index)) {
            return Region.HOME;
        }
        return known.get(index) ? Region.ELSEWHERE : Region.UNKNOWN;
    }

    public int segments() {
        return known.cardinality();
    }

    public int homeSegments() {
        return homeSegments;
    }
}
