package jinbo.batch.validation;

import java.util.Optional;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn.CaseAnswerColumn;
import jinbo.participant.insurer.UnitCode;

/**
 * A valid row of case answers; only the cases know whether the case and the sales unit exist.
 *
 * @param line physical line on which the row starts
 * @param words remarks of the insurer, one line with phone numbers masked as {@code ***}; may be empty
 */
public record CaseAnswerRow(
        int line,
        CaseNumber number,
        CaseAnswer.Content content,
        String words,
        Optional<UnitCode> unit,
        Optional<Salesperson> salesperson) {

    /** @param code a code that only the cases can give */
    public static Finding refused(FindingCode code, int line) {
        CaseAnswerColumn named =
                code == FindingCode.UNIT_NOT_REGISTERED ? CaseAnswerColumn.UNIT : CaseAnswerColumn.CASE;
        return Finding.atColumn(line, named, code);
    }
}
