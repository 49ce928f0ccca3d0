package jinbo.exchange.format;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a receipt counts: {@code rows = accepted + refused}, always.
 *
 * @param warned rows with a warning but nothing worse, also those of a file that is held
 * @param findings how often each code was found, in the order of {@link FindingCode}
 */
public record Tally(long rows, long accepted, long refused, long warned, Map<FindingCode, Long> findings) {

    /** @throws IllegalArgumentException if the numbers do not agree */
    public Tally {
        SortedMap<FindingCode, Long> sorted = new TreeMap<>(findings);
        findings = Collections.unmodifiableSortedMap(sorted);
        boolean negative = accepted < 0 || refused < 0 || warned < 0 || warned > rows;
        if (negative || rows != accepted + refused || sorted.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("Rows %d are not accepted %d and refused %d (warned %d)"
                    .formatted(rows, accepted, refused, warned));
        }
    }

    /** The tally of a file that has no rows, and nothing was found. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, Map.of());

    /** The tally of a file whose rows were not read. */
    public static Tally unread(FindingCode because) {
        return new Tally(0, 0, 0, 0, Map.of(because, 1L));
    }

    /** The tally of the same file when it is held or refused as a whole: every row counts as refused. */
    public Tally withheld(FindingCode because) {
        Map<FindingCode, Long> all = new EnumMap<>(FindingCode.class);
        all.putAll(findings);
        all.merge(because, 1L, Long::sum);
        return new Tally(rows, 0, rows, warned, all);
    }

    /**
     * The tally of the same file after some of its accepted rows were refused for what only the registry knows.
     *
     * @param more how many rows more are refused for each code: every row once, and none that had a warning
     * @throws IllegalArgumentException if a code does not refuse rows, or there are fewer accepted rows
     */
    public Tally refusing(Map<FindingCode, Long> more) {
        Map<FindingCode, Long> all = new EnumMap<>(FindingCode.class);
        all.putAll(findings);
        long count = 0;
        for (Map.Entry<FindingCode, Long> reason : more.entrySet()) {
            FindingCode code = reason.getKey();
            if (code.level() != FindingCode.Level.ROW || code.severity() != FindingCode.Severity.REFUSED) {
                throw new IllegalArgumentException(code + " refuses no row");
            }
            all.merge(code, reason.getValue(), Long::sum);
            count += reason.getValue();
        }
        return new Tally(rows, accepted - count, refused + count, warned, all);
    }

    public ReceiptStatus status() {
        return refused == 0 ? ReceiptStatus.ACCEPTED : ReceiptStatus.PARTLY_ACCEPTED;
    }
}
