package jinbo.batch.validation;

import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;

/**
 * Decides which uploads are held: the settings {@code jinbo.collect-uploads.hold} in {@code jobs/collect-uploads.yaml}.
 */
public record HoldRules(
        long refusedRows,
        int refusedPercent,
        long rows,
        double factor,
        long filesBeforeFactor,
        long rowsBeforeFactor,
        int consecutiveNumbers,
        int rowsOfOneNumber,
        long takenBack) {

    public static final HoldRules DEFAULT = new HoldRules(10, 20, 100_000, 10, 3, 1000, 50, 20, 10_000);

    public HoldRules {
        if (refusedRows < 0 || rows < 0 || filesBeforeFactor < 0 || rowsBeforeFactor < 0 || takenBack < 0) {
            throw new IllegalArgumentException("The thresholds for held files must not be negative");
        }
        if (refusedPercent < 0 || refusedPercent > 100) {
            throw new IllegalArgumentException("The share of refused rows is 0 to 100 percent");
        }
        if (!(factor >= 1) || consecutiveNumbers < 2 || rowsOfOneNumber < 1) {
            throw new IllegalArgumentException(
                    "The factor and rows-of-one-number must be 1 or more, and consecutive-numbers 2 or more");
        }
    }

    /** Returns the reason to hold an upload of complaints, if any. */
    public Optional<FindingCode> reasonToHold(UploadValidationResult.Complete judged, UploadHistory history) {
        if (tooMany(judged.tally().refused(), judged.tally().rows())) {
            return Optional.of(FindingCode.TOO_MANY_REFUSED);
        }
        boolean unusual = judged.tally().rows() > maxRows(history)
                || judged.longestRun() >= consecutiveNumbers
                || judged.rowsOfOneNumber() > rowsOfOneNumber;
        return unusual ? Optional.of(FindingCode.UNUSUAL_VOLUME) : Optional.empty();
    }

    /** Returns the reason to hold withdrawals or answers, if any. Refused rows that only repeat others do not count. */
    public Optional<FindingCode> reasonToHold(Tally withdrawals, long complaints) {
        long harmless = withdrawals.findings().getOrDefault(FindingCode.ALREADY_WITHDRAWN, 0L)
                + withdrawals.findings().getOrDefault(FindingCode.CASE_NOT_WAITING, 0L);
        if (tooMany(withdrawals.refused() - harmless, withdrawals.rows())) {
            return Optional.of(FindingCode.TOO_MANY_REFUSED);
        }
        return complaints > takenBack ? Optional.of(FindingCode.UNUSUAL_VOLUME) : Optional.empty();
    }

    /** Returns the rows beyond which an upload of complaints is held in any case. */
    public long maxRows(UploadHistory history) {
        return history.filesAccepted() >= filesBeforeFactor
                ? Math.min(rows, Math.max(rowsBeforeFactor, (long) (factor * history.averageRows())))
                : rows;
    }

    /** Returns the rows beyond which withdrawals are held in any case: they are too many, or mostly repeated. */
    public long maxWithdrawals() {
        return Math.max(rows, takenBack);
    }

    private boolean tooMany(long refused, long count) {
        return refused > refusedRows && refused * 100 > count * refusedPercent;
    }

    public record UploadHistory(long filesAccepted, double averageRows) {

        public static final UploadHistory NONE = new UploadHistory(0, 0);
    }
}
