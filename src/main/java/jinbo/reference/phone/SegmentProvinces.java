package jinbo.reference.phone;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the provinces of all segments (号段) of a file in bounded memory: 700,000 segments, one byte each. */
final class SegmentProvinces {

    private static final int LOWEST_SEGMENT = 1_300_000;
    private static final int HIGHEST_SEGMENT = 1_999_999;
    static final int MAX_PROVINCES = 100;
    private static final int SIZE = HIGHEST_SEGMENT - LOWEST_SEGMENT + 1;

    private final byte[] provinceOf = new byte[SIZE];
    private final Map<String, Byte> numbers = new HashMap<>();
    private final List<String> provinces = new ArrayList<>();

    enum Added {
        YES,
        DOUBLED,
        TOO_MANY_PROVINCES
    }

    static boolean isSegment(int segment) {
        return segment >= LOWEST_SEGMENT && segment <= HIGHEST_SEGMENT;
    }

    static int index(int segment) {
        return segment - LOWEST_SEGMENT;
    }

    Added add(int segment, String province) {
        if (provinceOf[index(segment)] != 0) {
            return Added.DOUBLED;
        }
        Byte number = numbers.get(province);
        if (number == null) {
            if (provinces.size() == MAX_PROVINCES) {
                return Added.TOO_MANY_PROVINCES;
            }
            provinces.add(province);
            number = (byte) provinces.size();
            numbers.put(province, number);
        }
        provinceOf[index(segment)] = number;
        return Added.YES;
    }

    List<String> provinces() {
        return List.copyOf(provinces);
    }

    void forEach(SegmentVisitor visitor) {
        for (int i = 0; i < SIZE; i++) {
            if (provinceOf[i] != 0) {
                visitor.visit(LOWEST_SEGMENT + i, provinces.get(provinceOf[i] - 1));
            }
        }
    }

    SegmentTable table(String version, String home) {
        BitSet known = new BitSet(SIZE);
        BitSet ours = new BitSet(SIZE);
        forEach((segment, province) -> {
            known.set(index(segment));
            ours.set(index(segment), province.equals(home));
        });
        return new SegmentTable(version, known, ours);
    }

    @FunctionalInterface
    interface SegmentVisitor {
        void visit(int segment, String province);
    }
}
