package jinbo.batch.collect;

import jinbo.batch.validation.CaseAnswerRow;
import jinbo.batch.validation.RowSink;
import jinbo.exchange.format.Finding;
import jinbo.registry.inbound.FindingWriter;

/** Sends to the file's findings what is wrong with rows that are held, those in vain included, and answers nothing. */
record CaseAnswerFindingsSink(IneffectiveRows inVain, FindingWriter findings) implements RowSink<CaseAnswerRow> {

    @Override
    public void accepted(CaseAnswerRow row) {
        inVain.reasonOf(row.line())
                .map(code -> CaseAnswerRow.refused(code, row.line()))
                .ifPresent(findings::add);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
