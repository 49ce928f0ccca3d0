package jinbo.job.collect;

import jinbo.exchange.Finding;
import jinbo.inbound.FindingWriter;
import jinbo.intake.RowSink;
import jinbo.intake.WithdrawalRow;

/** Sends to the file's findings what is wrong with its rows, those in vain included, in the order of the rows. */
record FindingsOfWithdrawals(RowsInVain inVain, FindingWriter findings) implements RowSink<WithdrawalRow> {

    @Override
    public void accepted(WithdrawalRow row) {
        inVain.of(row).ifPresent(findings::add);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
