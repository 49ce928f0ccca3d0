package jinbo.reference.phone;

import java.util.BitSet;

/** Which segments belong to the home province: immutable, one look-up in two bit sets of 87 KB. */
public final class SegmentTable {

    private final String version;
    private final BitSet known;
    private final BitSet home;
    private final int homeSegments;

    SegmentTable(String version, BitSet known, BitSet home) {
        this.version = version;
        this.known = known;
        this.home = home;
        // asked of each number that is looked up, and dearer than that: the bits are counted one word after another
        this.homeSegments = home.cardinality();
    }

    /** Names the data that the answers come from, for example {@code phone.dat-2302} or {@code import-3}. */
    public String version() {
        return version;
    }

    /** Home, elsewhere, or unknown where the table lacks the segment. */
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
