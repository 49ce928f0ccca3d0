package jinbo.exchange.format;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of a file's rows, as its receipt states them. {@code rows = accepted + refused}.
 *
 * @param warned rows with warnings but without a finding that refuses them
 * @param findings how often each code occurs
 */
public record Tally(long rows, long accepted, long refused, long warned, Map<FindingCode, Long> findings) {

    public Tally {
        SortedMap<FindingCode, Long> sorted = new TreeMap<>(findings);
        findings = Collections.unmodifiableSortedMap(sorted);
        boolean negative = accepted < 0 || refused < 0 || warned < 0 || warned > rows;
        if (negative || rows != accepted + refused || sorted.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("Rows %d are not accepted %d and refused %d (warned %d)"
                    .formatted(rows, accepted, refused, warned));
        }
    }

    public static final Tally NONE = new Tally(0, 0, 0, 0, Map.of());

    public static Tally unread(FindingCode because) {
        return new Tally(0, 0, 0, 0, Map.of(because, 1L));
    }

    /** The counts if the whole file is held or refused: every row counts as refused. */
    public Tally withheld(FindingCode because) {
        Map<FindingCode, Long> all = new EnumMap<>(FindingCode.class);
        all.putAll(findings);
        all.merge(because, 1L, Long::sum);
        return new Tally(rows, 0, rows, warned, all);
    }

    /**
     * Counts accepted rows as refused; they must have no warnings.
     *
     * @param more the number of rows for each code, each row counted once
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
