package jinbo.batch.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jinbo.batch.validation.WithdrawalValidator.WithdrawalRow;
import jinbo.exchange.format.Finding;
import jinbo.participant.insurer.InsurerCode;

/** Validates withdrawals, in the second encoding if necessary, and keeps the result. */
final class ValidatedWithdrawals implements RowSink<WithdrawalRow> {

    final List<WithdrawalRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final UploadValidationResult judgement;
    final UploadEncoding readAs;

    private ValidatedWithdrawals(InputStream clear, UploadEncoding encoding, UploadLimits limits) throws IOException {
        this.readAs = encoding;
        this.judgement = new WithdrawalValidator(new InsurerCode("YUNHE"), limits).validate(clear, encoding, this);
    }

    static ValidatedWithdrawals of(byte[] bytes, UploadLimits limits) throws IOException {
        ValidatedWithdrawals first = once(new ByteArrayInputStream(bytes), limits);
        return first.judgement instanceof UploadValidationResult.RetryWithEncoding again
                ? new ValidatedWithdrawals(new ByteArrayInputStream(bytes), again.encoding(), limits)
                : first;
    }

    static ValidatedWithdrawals once(InputStream clear, UploadLimits limits) throws IOException {
        return new ValidatedWithdrawals(clear, UploadEncoding.UTF_8, limits);
    }

    UploadValidationResult.Complete judged() {
        return (UploadValidationResult.Complete) judgement;
    }

    UploadValidationResult.Refused refused() {
        return (UploadValidationResult.Refused) judgement;
    }

    @Override
    public void accepted(WithdrawalRow row) {
        rows.add(row);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
