package jinbo.batch.validation;

import java.util.OptionalInt;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn.WithdrawalColumn;

/**
 * A row of a file of withdrawals that is sound as far as its text alone can tell: whether there is such an upload, such a row,
 * and whether it was taken back before, is for the registry to say, with one of the findings that the row can make.
 *
 * @param line physical line on which the row starts
 * @param file stem of a complaint upload of this insurer, {@code complaints-YUNHE-20261012-001}, that may not exist
 * @param withdrawnLine physical line of that upload, 2 or higher, on which the row starts that is taken back; empty for all rows
 * @param reason why, in the insurer's words, in one line and with {@code ***} for what may be a phone number; at most 200
 *     characters, empty where none is given
 */
public record WithdrawalRow(int line, String file, OptionalInt withdrawnLine, String reason) {

    /** That the insurer has no such upload of which a row was accepted. */
    public Finding fileUnknown() {
        return Finding.atColumn(line, WithdrawalColumn.FILE, FindingCode.FILE_UNKNOWN);
    }

    /** That no accepted row starts on that line. */
    public Finding lineUnknown() {
        return Finding.atColumn(line, WithdrawalColumn.LINE, FindingCode.LINE_UNKNOWN);
    }

    /** That the row, or all that was accepted of the upload, was taken back before, by an earlier row of this file too. */
    public Finding alreadyWithdrawn() {
        WithdrawalColumn named = withdrawnLine.isPresent() ? WithdrawalColumn.LINE : WithdrawalColumn.FILE;
        return Finding.atColumn(line, named, FindingCode.ALREADY_WITHDRAWN);
    }
}
