package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.UploadColumn.CaseAnswerColumn;
import jinbo.participant.insurer.UnitCode;

/**
 * Validates uploads of case answers by their content alone. Rows without effect, for example because the case does not
 * exist, are counted as refused later ({@link Tally#refusing}).
 */
public record CaseAnswerValidator(UploadLimits limits) {

    /** Validates a stream. It is read to its end only if the result is {@link UploadValidationResult.Complete}. */
    public UploadValidationResult validate(InputStream clear, UploadEncoding encoding, RowSink<CaseAnswerRow> sink)
            throws IOException {
        return new UploadReader(encoding, limits)
                .read(clear, CaseAnswerColumn.values(), header -> new CaseAnswerRules(header, sink));
    }

    /** The rules of {@code exchange-formats/case-answers/v1/README.md} that need only the file. */
    private static final class CaseAnswerRules extends RowRules<CaseAnswerColumn, CaseAnswerRow> {

        CaseAnswerRules(Header<CaseAnswerColumn> header, RowSink<CaseAnswerRow> sink) {
            super(header, sink);
        }

        @Override
        Optional<CaseAnswerRow> read(UploadRow row) {
            CaseAnswerCells cells = new CaseAnswerCells(header, row, refusals);
            Optional<CaseNumber> number = cells.number();
            Optional<CaseAnswer.Content> content = cells.kind().flatMap(cells::content);
            String words = cells.words();
            Optional<UnitCode> unit = cells.unit();
            Optional<Salesperson> salesperson = cells.salesperson();
            refusals.sort(CaseAnswerCells.IN_ORDER_OF_COLUMNS);
            return refusals.isEmpty()
                    ? Optional.of(new CaseAnswerRow(
                            row.line(), number.orElseThrow(), content.orElseThrow(), words, unit, salesperson))
                    : Optional.empty();
        }
    }

    /**
     * A valid row of case answers. Whether the case and the sales unit exist is checked later.
     *
     * @param words remarks of the insurer in one line, with phone numbers masked as {@code ***}; may be empty
     */
    public record CaseAnswerRow(
            int line,
            CaseNumber number,
            CaseAnswer.Content content,
            String words,
            Optional<UnitCode> unit,
            Optional<Salesperson> salesperson) {

        /** @param code the code of a fault that the file alone does not show */
        public static Finding refused(FindingCode code, int line) {
            CaseAnswerColumn named =
                    code == FindingCode.UNIT_NOT_REGISTERED ? CaseAnswerColumn.UNIT : CaseAnswerColumn.CASE;
            return Finding.atColumn(line, named, code);
        }
    }
}
