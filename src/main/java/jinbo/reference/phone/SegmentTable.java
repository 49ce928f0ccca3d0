package jinbo.reference.phone;

import java.util.BitSet;

/** The segments of the home province and of others, in two bit sets of 87 KB; immutable. */
public final class SegmentTable {

    private final String version;
    private final BitSet known;
    private final BitSet home;
    private final int homeSegments;

    SegmentTable(String version, BitSet known, BitSet home) {
        this.version = version;
        this.known = known;
        this.home = home;
        // computed once: callers need it for each number, and it takes longer than a look-up
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
