package jinbo.batch.collect;

import java.util.Optional;
import jinbo.batch.validation.RowSink;
import jinbo.batch.validation.WithdrawalRow;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.registry.StagedWithdrawals;
import jinbo.registry.inbound.FindingWriter;

/** Sends rows to the registry's stage and findings to the file's; a row that names no upload is in vain. */
record WithdrawalStagingSink(
        StagedWithdrawals staged, UploadNameCache uploads, IneffectiveRows inVain, FindingWriter findings)
        implements RowSink<WithdrawalRow> {

    @Override
    public void accepted(WithdrawalRow row) {
        Optional<Long> upload = uploads.accepted(row.file());
        if (upload.isPresent()) {
            staged.add(row.line(), upload.get(), row.withdrawnLine());
        } else {
            inVain.add(FindingCode.FILE_UNKNOWN, row.line());
        }
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
