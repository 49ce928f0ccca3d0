package jinbo.job.collect;

import jinbo.exchange.Finding;
import jinbo.inbound.FindingWriter;
import jinbo.intake.AcceptedRow;
import jinbo.intake.RowSink;
import jinbo.registry.StagedComplaints;

/** Sends accepted rows to the registry's stage and findings to the file's. */
record StagingSink(StagedComplaints staged, FindingWriter findings) implements RowSink<AcceptedRow> {

    @Override
    public void accepted(AcceptedRow row) {
        staged.add(row.line(), row.mobile(), row.complaint(), row.complainedOn(), row.scope(), row.term());
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
