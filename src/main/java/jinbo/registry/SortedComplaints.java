package jinbo.registry;

import java.time.LocalDate;
import java.util.Arrays;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;

/**
 * Complaints of one upload in memory, sixteen bytes each: collected by line, then sorted by number. An upload of more
 * than a million comes in parts.
 */
final class SortedComplaints implements FoldComplaints.Part {

    private static final int INDEX_BITS = 20;

    static final int MOST = 1 << INDEX_BITS;

    private static final int FIRST = 1 << 8;
    private static final int TERM_BITS = 2;
    private static final int SCOPE_BITS = ComplaintScopes.BITS;
    private static final int COMPLAINT_BITS = 4;
    private static final Term[] TERMS = Term.values();

    /** The number in the high bits, then the index, so that complaints about one number stay in order of line. */
    private long[] numbers = new long[FIRST];

    /** The line in the high bits, then the packed complaint. */
    private long[] facts = new long[FIRST];

    private final int most;
    private int size;

    /** @param most the capacity, at most {@link #MOST} */
    SortedComplaints(int most) {
        this.most = most;
    }

    boolean isFull() {
        return size == most;
    }

    @Override
    public int size() {
        return size;
    }

    void add(int line, long mobile, ComplaintType complaintType, LocalDate complainedOn, int target, Term term) {
        if (size == facts.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            facts = Arrays.copyOf(facts, 2 * size);
        }
        numbers[size] = mobile << INDEX_BITS | size;
        int packed =
                ((PackedInterval.day(complainedOn) << COMPLAINT_BITS | complaintType.ordinal()) << SCOPE_BITS | target)
                                << TERM_BITS
                        | term.ordinal();
        facts[size] = (long) line << Integer.SIZE | packed & 0xFFFF_FFFFL;
        size++;
    }

    /** Call before reading; afterwards only {@link #clear} may follow. */
    void sort() {
        Arrays.sort(numbers, 0, size);
        // reading all facts now is faster: later, between pages, each access would miss the cache
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

    int line(int at) {
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

    /** See {@link ComplaintType#ordinal}. */
    short complaint(int at) {
        return (short) ((int) facts[at] >>> TERM_BITS + SCOPE_BITS & (1 << COMPLAINT_BITS) - 1);
    }

    /** In days since 2000. */
    int complainedOn(int at) {
        return (int) facts[at] >> TERM_BITS + SCOPE_BITS + COMPLAINT_BITS;
    }
}
