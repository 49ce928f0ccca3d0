package jinbo.batch.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.Finding;

/** Judges a file of answers, once more in the other encoding if need be, and keeps what came of it. */
final class JudgedCaseAnswers implements RowSink<CaseAnswerRow> {

    final List<CaseAnswerRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Judgement judgement;
    final UploadEncoding readAs;

    private JudgedCaseAnswers(byte[] clear, UploadEncoding encoding) throws IOException {
        this.readAs = encoding;
        this.judgement =
                new CaseAnswerJudge(IntakeLimits.DEFAULT).judge(new ByteArrayInputStream(clear), encoding, this);
    }

    static JudgedCaseAnswers of(byte[] bytes) throws IOException {
        JudgedCaseAnswers first = new JudgedCaseAnswers(bytes, UploadEncoding.UTF_8);
        return first.judgement instanceof Judgement.ReadAgain again
                ? new JudgedCaseAnswers(bytes, again.encoding())
                : first;
    }

    @Override
    public void accepted(CaseAnswerRow row) {
        rows.add(row);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
