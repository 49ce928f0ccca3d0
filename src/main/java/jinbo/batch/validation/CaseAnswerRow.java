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
 * A row of a file of answers that is sound as far as its text alone can tell: whether there is such a case of this insurer, and
 * whether it waits for such an answer, is for the cases to say.
 *
 * @param line physical line on which the row starts
 * @param number of the case that it is about, which may not exist
 * @param words its own, in one line and with {@code ***} for what may be a phone number; empty where there are none
 * @param unit which of its sales units called, if it says so; it may not exist
 */
public record CaseAnswerRow(
        int line,
        CaseNumber number,
        CaseAnswer.Content content,
        String words,
        Optional<UnitCode> unit,
        Optional<Salesperson> salesperson) {

    /** @param code one that only the cases can give */
    public static Finding refused(FindingCode code, int line) {
        CaseAnswerColumn named =
                code == FindingCode.UNIT_NOT_REGISTERED ? CaseAnswerColumn.UNIT : CaseAnswerColumn.CASE;
        return Finding.atColumn(line, named, code);
    }
}
