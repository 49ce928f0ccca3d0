package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
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
 * Judges a file of answers to cases from its clear text, in one pass and without keeping its rows. What only the cases know, it
 * leaves open: rows that turn out to answer nothing are added to the refused ones with {@link Tally#refusing}.
 */
public record CaseAnswerValidator(UploadLimits limits) {

    /**
     * Reads a file. The stream is read to its end only if the answer is {@link UploadValidationResult.Complete}; for any other the caller, who
     * has a signature to check there, reads on. The stream is not closed.
     *
     * @param clear the bytes that were inside the envelope
     * @param encoding what to read the file as if it has no byte order mark: {@link UploadEncoding#UTF_8} first, then what
     *     {@link UploadValidationResult.RetryWithEncoding} says
     * @throws IOException what the stream or the sink throws; never because of what the file says
     */
    public UploadValidationResult judge(InputStream clear, UploadEncoding encoding, RowSink<CaseAnswerRow> sink)
            throws IOException {
        return new UploadReader(encoding, limits)
                .read(clear, CaseAnswerColumn.values(), header -> new CaseAnswerRules(header, new RowCounter<>(sink)));
    }

    /**
     * Judges the rows of one file of answers by those rules of {@code exchange-formats/case-answers/v1/README.md} that
     * need nothing but the file.
     */
    static final class CaseAnswerRules implements RowRules {

        private final Header<CaseAnswerColumn> header;
        private final RowCounter<CaseAnswerRow> ledger;
        private final List<Finding> refusals = new ArrayList<>();

        CaseAnswerRules(Header<CaseAnswerColumn> header, RowCounter<CaseAnswerRow> ledger) {
            this.header = header;
            this.ledger = ledger;
        }

        @Override
        public void judge(UploadRow row) throws IOException {
            refusals.clear();
            if (row.broken() || !header.fits(row)) {
                refusals.add(Finding.atLine(row.line(), FindingCode.ROW_SHAPE));
                ledger.refuse(refusals);
                return;
            }
            CaseAnswerCells cells = new CaseAnswerCells(header, row, refusals);
            Optional<CaseNumber> number = cells.number();
            Optional<CaseAnswer.Kind> kind = cells.kind();
            Optional<CaseAnswer.Content> content = kind.flatMap(cells::content);
            String words = cells.words();
            Optional<UnitCode> unit = cells.unit();
            Optional<Salesperson> salesperson = cells.salesperson();
            if (refusals.isEmpty()) {
                ledger.accept(
                        new CaseAnswerRow(
                                row.line(), number.orElseThrow(), content.orElseThrow(), words, unit, salesperson),
                        List.of());
            } else {
                refusals.sort(CaseAnswerCells.IN_ORDER_OF_COLUMNS);
                ledger.refuse(refusals);
            }
        }

        @Override
        public UploadValidationResult.Complete result() {
            return new UploadValidationResult.Complete(ledger.tally(), 0);
        }
    }
}
