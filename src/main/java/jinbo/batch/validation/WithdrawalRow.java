package jinbo.batch.validation;

import java.util.OptionalInt;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn.WithdrawalColumn;

/**
 * A valid row of withdrawals; only the registry knows whether the upload and row exist.
 *
 * @param file stem of a complaint upload of this insurer, {@code complaints-YUNHE-20261012-001}
 * @param withdrawnLine physical line of that upload, at least 2; empty for all rows
 * @param reason up to 200 characters in one line, with phone numbers masked as {@code ***}; may be empty
 */
public record WithdrawalRow(int line, String file, OptionalInt withdrawnLine, String reason) {

    public Finding fileUnknown() {
        return Finding.atColumn(line, WithdrawalColumn.FILE, FindingCode.FILE_UNKNOWN);
    }

    public Finding lineUnknown() {
        return Finding.atColumn(line, WithdrawalColumn.LINE, FindingCode.LINE_UNKNOWN);
    }

    /** The row, or everything accepted of the upload, was already withdrawn, possibly by this file. */
    public Finding alreadyWithdrawn() {
        WithdrawalColumn named = withdrawnLine.isPresent() ? WithdrawalColumn.LINE : WithdrawalColumn.FILE;
        return Finding.atColumn(line, named, FindingCode.ALREADY_WITHDRAWN);
    }
}
