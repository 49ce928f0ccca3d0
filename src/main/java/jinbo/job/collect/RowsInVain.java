package jinbo.job.collect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.intake.WithdrawalRow;
import org.roaringbitmap.RoaringBitmap;

/**
 * The rows of a file of withdrawals that are sound as far as their text can tell and take back nothing, each for one reason. Only
 * their lines are kept, some bits each, so that ten million of them fit into memory.
 */
final class RowsInVain {

    private final Map<FindingCode, RoaringBitmap> lines = new EnumMap<>(FindingCode.class);

    void add(FindingCode because, int line) {
        lines.computeIfAbsent(because, code -> new RoaringBitmap()).add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many rows for each reason. */
    Map<FindingCode, Long> counts() {
        Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
        lines.forEach((code, rows) -> counts.put(code, rows.getLongCardinality()));
        return counts;
    }

    /** What the insurer is told about a row; empty if it takes something back. */
    Optional<Finding> of(WithdrawalRow row) {
        return lines.entrySet().stream()
                .filter(reason -> reason.getValue().contains(row.line()))
                .findFirst()
                .map(reason -> switch (reason.getKey()) {
                    case FILE_UNKNOWN -> row.fileUnknown();
                    case LINE_UNKNOWN -> row.lineUnknown();
                    case ALREADY_WITHDRAWN -> row.alreadyWithdrawn();
                    default -> throw new IllegalStateException(reason.getKey() + " is no reason for a row in vain");
                });
    }
}
