package jinbo.batch.validation;

import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;

/**
 * When a file that could be read is held for an operator instead of being ingested. Settings of the association.
 *
 * @param refusedRows more refused rows than this, and
 * @param refusedPercent more than this share of the rows, are too many
 * @param rows more rows than this are unusual
 * @param factor more rows than this many times the insurer's average are unusual, for an insurer with
 * @param filesBeforeFactor at least so many files ingested, and
 * @param rowsBeforeFactor for files of more rows than this
 * @param consecutiveNumbers a run of so many consecutive numbers is unusual
 * @param takenBack more complaints taken back by one file of withdrawals than this are unusual
 */
public record HoldRules(
        long refusedRows,
        int refusedPercent,
        long rows,
        double factor,
        long filesBeforeFactor,
        long rowsBeforeFactor,
        int consecutiveNumbers,
        long takenBack) {

    public static final HoldRules DEFAULT = new HoldRules(10, 20, 100_000, 10, 3, 1000, 50, 10_000);

    /**
     * @throws IllegalArgumentException if a count is negative, a share is no percentage, a factor is less than 1, or a run is
     *     of one number
     */
    public HoldRules {
        if (refusedRows < 0 || rows < 0 || filesBeforeFactor < 0 || rowsBeforeFactor < 0 || takenBack < 0) {
            throw new IllegalArgumentException("The thresholds for held files must not be negative");
        }
        if (refusedPercent < 0 || refusedPercent > 100) {
            throw new IllegalArgumentException("The share of refused rows is 0 to 100 percent");
        }
        if (!(factor >= 1) || consecutiveNumbers < 2) {
            throw new IllegalArgumentException("The factor must be 1 or more, and consecutive-numbers 2 or more");
        }
    }

    /** Why a complaint upload is held, if it is; too many refused rows come before an unusual volume. */
    public Optional<FindingCode> hold(UploadValidationResult.Complete judged, UploadHistory history) {
        if (tooMany(judged.tally().refused(), judged.tally().rows())) {
            return Optional.of(FindingCode.TOO_MANY_REFUSED);
        }
        if (unusualVolume(judged, history)) {
            return Optional.of(FindingCode.UNUSUAL_VOLUME);
        }
        return Optional.empty();
    }

    /**
     * Why a file of withdrawals, or of answers to cases, is held, if it is. Rows that name the wrong file, line or case are a sign
     * that others, which happen to be there, are wrong as well; and to take much back ends the quiet of many people. What was taken
     * back or answered before does no harm.
     */
    public Optional<FindingCode> hold(Tally withdrawals, long complaints) {
        long harmless = withdrawals.findings().getOrDefault(FindingCode.ALREADY_WITHDRAWN, 0L)
                + withdrawals.findings().getOrDefault(FindingCode.CASE_NOT_WAITING, 0L);
        if (tooMany(withdrawals.refused() - harmless, withdrawals.rows())) {
            return Optional.of(FindingCode.TOO_MANY_REFUSED);
        }
        return complaints > takenBack ? Optional.of(FindingCode.UNUSUAL_VOLUME) : Optional.empty();
    }

    /** A complaint upload of more rows than this is held, whatever they say. */
    public long mostRows(UploadHistory history) {
        return history.filesAccepted() >= filesBeforeFactor
                ? Math.min(rows, Math.max(rowsBeforeFactor, (long) (factor * history.averageRows())))
                : rows;
    }

    /**
     * A file of withdrawals of more rows than this is held, whatever they say: it takes back more than it may, or
     * most of what it names was taken back before.
     */
    public long mostWithdrawals() {
        return Math.max(rows, takenBack);
    }

    private boolean tooMany(long refused, long count) {
        return refused > refusedRows && refused * 100 > count * refusedPercent;
    }

    private boolean unusualVolume(UploadValidationResult.Complete judged, UploadHistory history) {
        return judged.tally().rows() > mostRows(history) || judged.longestRun() >= consecutiveNumbers;
    }
}
