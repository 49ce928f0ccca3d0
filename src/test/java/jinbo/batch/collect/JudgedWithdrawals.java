package jinbo.batch.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.Finding;
import jinbo.participant.insurer.InsurerCode;

/** Judges a file of withdrawals of the sample insurer, once more in the other encoding if need be, and keeps what came of it. */
final class JudgedWithdrawals implements RowSink<WithdrawalRow> {

    final List<WithdrawalRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Judgement judgement;
    final UploadEncoding readAs;

    private JudgedWithdrawals(InputStream clear, UploadEncoding encoding, IntakeLimits limits) throws IOException {
        this.readAs = encoding;
        this.judgement = new WithdrawalJudge(new InsurerCode("YUNHE"), limits).judge(clear, encoding, this);
    }

    static JudgedWithdrawals of(byte[] bytes, IntakeLimits limits) throws IOException {
        JudgedWithdrawals first = once(new ByteArrayInputStream(bytes), limits);
        return first.judgement instanceof Judgement.ReadAgain again
                ? new JudgedWithdrawals(new ByteArrayInputStream(bytes), again.encoding(), limits)
                : first;
    }

    static JudgedWithdrawals once(InputStream clear, IntakeLimits limits) throws IOException {
        return new JudgedWithdrawals(clear, UploadEncoding.UTF_8, limits);
    }

    Judgement.Judged judged() {
        return (Judgement.Judged) judgement;
    }

    Judgement.Refused refused() {
        return (Judgement.Refused) judgement;
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
