package jinbo.batch.collect;

import jinbo.batch.validation.ComplaintRow;
import jinbo.batch.validation.RowSink;
import jinbo.exchange.format.Finding;
import jinbo.registry.inbound.FindingWriter;

/** Sends findings to the file's and passes over accepted rows, because their upload waits for an operator. */
record FindingsOnlySink(FindingWriter findings) implements RowSink<ComplaintRow> {

    @Override
    public void accepted(ComplaintRow row) {
        // counted already; it becomes a registration when the upload is released
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
