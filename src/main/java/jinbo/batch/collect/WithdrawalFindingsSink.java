package jinbo.batch.collect;

import jinbo.batch.validation.RowSink;
import jinbo.batch.validation.WithdrawalRow;
import jinbo.exchange.format.Finding;
import jinbo.registry.inbound.FindingWriter;

/** Sends to the file's findings what is wrong with its rows, those in vain included, in the order of the rows. */
record WithdrawalFindingsSink(IneffectiveRows inVain, FindingWriter findings) implements RowSink<WithdrawalRow> {

    @Override
    public void accepted(WithdrawalRow row) {
        inVain.of(row).ifPresent(findings::add);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
