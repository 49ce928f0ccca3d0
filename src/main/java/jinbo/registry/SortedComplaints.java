package jinbo.registry;

import java.time.LocalDate;
import java.util.Arrays;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;

/**
 * Complaints of one upload in memory, sixteen bytes each. They are collected in the order of the file's rows and then
 * sorted by number. An upload with more than a million complaints is processed in parts.
 */
final class SortedComplaints implements FoldComplaints.Part {

    private static final int INDEX_BITS = 20;

    static final int MAX_SIZE = 1 << INDEX_BITS;

    private static final int INITIAL_SIZE = 1 << 8;
    private static final int TERM_BITS = 2;
    private static final int SCOPE_BITS = ComplaintScopes.BITS;
    private static final int TYPE_BITS = 4;
    private static final Term[] TERMS = Term.values();

    /**
     * For each complaint the phone number in the high bits and the index of its facts in the low bits, so that after
     * sorting the complaints about one number are still in the order of the file.
     */
    private long[] numbers = new long[INITIAL_SIZE];

    /** For each complaint the row of the file in the high bits and the packed complaint in the low bits. */
    private long[] facts = new long[INITIAL_SIZE];

    private final int max;
    private int size;

    /** @param max the capacity, at most {@link #MAX_SIZE} */
    SortedComplaints(int max) {
        this.max = max;
    }

    boolean isFull() {
        return size == max;
    }

    @Override
    public int size() {
        return size;
    }

    void add(int row, long mobile, ComplaintType complaintType, LocalDate complainedOn, int target, Term term) {
        if (size == facts.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            facts = Arrays.copyOf(facts, 2 * size);
        }
        numbers[size] = mobile << INDEX_BITS | size;
        int packed = ((PackedInterval.day(complainedOn) << TYPE_BITS | complaintType.ordinal()) << SCOPE_BITS | target)
                        << TERM_BITS
                | term.ordinal();
        facts[size] = (long) row << Integer.SIZE | packed & 0xFFFF_FFFFL;
        size++;
    }

    /** Call this before reading. Afterwards nothing can be added until {@link #clear} is called. */
    void sort() {
        Arrays.sort(numbers, 0, size);
        // reordering all facts now is faster: each out-of-order read between writes of pages would miss the CPU cache
        long[] sorted = new long[facts.length];
        for (int i = 0; i < size; i++) {
            sorted[i] = facts[(int) numbers[i] & (1 << INDEX_BITS) - 1];
        }
        facts = sorted;
    }

    void clear() {
        size = 0;
    }

    @Override
    public long mobile(int at) {
        return numbers[at] >>> INDEX_BITS;
    }

    int row(int at) {
        return (int) (facts[at] >>> Integer.SIZE);
    }

    @Override
    public Term term(int at) {
        return TERMS[(int) facts[at] & (1 << TERM_BITS) - 1];
    }

    @Override
    public int target(int at) {
        return (int) facts[at] >>> TERM_BITS & (1 << SCOPE_BITS) - 1;
    }

    /** The {@link ComplaintType#ordinal} of the complaint's type. */
    short complaint(int at) {
        return (short) ((int) facts[at] >>> TERM_BITS + SCOPE_BITS & (1 << TYPE_BITS) - 1);
    }

    /** The day of the complaint in days since 2000-01-01. */
    int complainedOn(int at) {
        return (int) facts[at] >> TERM_BITS + SCOPE_BITS + TYPE_BITS;
    }
}
