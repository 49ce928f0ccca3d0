package jinbo.batch.collect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.validation.WithdrawalValidator.WithdrawalRow;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import org.roaringbitmap.RoaringBitmap;

/** The valid rows without effect, by reason. As bitmaps of lines, ten million rows fit into memory. */
final class IneffectiveRows {

    private final Map<FindingCode, RoaringBitmap> lines = new EnumMap<>(FindingCode.class);

    void add(FindingCode because, int line) {
        lines.computeIfAbsent(because, code -> new RoaringBitmap()).add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Map<FindingCode, Long> counts() {
        Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
        lines.forEach((code, rows) -> counts.put(code, rows.getLongCardinality()));
        return counts;
    }

    Optional<FindingCode> reasonOf(int line) {
        return lines.entrySet().stream()
                .filter(reason -> reason.getValue().contains(line))
                .findFirst()
                .map(Map.Entry::getKey);
    }

    /** Returns the finding for a row; empty if the row has an effect. */
    Optional<Finding> of(WithdrawalRow row) {
        return reasonOf(row.line()).map(reason -> switch (reason) {
            case FILE_UNKNOWN -> row.fileUnknown();
            case LINE_UNKNOWN -> row.lineUnknown();
            case ALREADY_WITHDRAWN -> row.alreadyWithdrawn();
            default -> throw new IllegalStateException(reason + " is no reason for a row in vain");
        });
    }
}
