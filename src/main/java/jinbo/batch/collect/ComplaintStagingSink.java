package jinbo.batch.collect;

import jinbo.batch.validation.ComplaintRow;
import jinbo.batch.validation.RowSink;
import jinbo.exchange.format.Finding;
import jinbo.registry.StagedComplaints;
import jinbo.registry.inbound.FindingWriter;

/** Sends accepted rows to the registry's stage and findings to the file's. */
record ComplaintStagingSink(StagedComplaints staged, FindingWriter findings) implements RowSink<ComplaintRow> {

    @Override
    public void accepted(ComplaintRow row) {
        staged.add(
                row.line(),
                row.mobile(),
                row.complaint(),
                row.complainedOn(),
                row.businessLine(),
                row.scope(),
                row.term());
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
