package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.UploadColumn.CaseAnswerColumn;
import jinbo.participant.insurer.UnitCode;

/** Validates case answers by their text. Rows without effect are added later with {@link Tally#refusing}. */
public record CaseAnswerValidator(UploadLimits limits) {

    /** Reads the stream to its end only for {@link UploadValidationResult.Complete}, and does not close it. */
    public UploadValidationResult judge(InputStream clear, UploadEncoding encoding, RowSink<CaseAnswerRow> sink)
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
}
