package jinbo.batch.collect;

import jinbo.exchange.format.Finding;
import jinbo.registry.inbound.FindingWriter;

/** Sends findings to the file's and passes over accepted rows, because their upload waits for an operator. */
record FindingsAlone(FindingWriter findings) implements RowSink<AcceptedRow> {

    @Override
    public void accepted(AcceptedRow row) {
        // counted already; it becomes an act when the upload is released
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
