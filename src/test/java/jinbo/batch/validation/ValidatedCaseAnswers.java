package jinbo.batch.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jinbo.batch.validation.CaseAnswerValidator.CaseAnswerRow;
import jinbo.exchange.format.Finding;

/** Validates case answers, in the second encoding if necessary, and keeps the result. */
final class ValidatedCaseAnswers implements RowSink<CaseAnswerRow> {

    final List<CaseAnswerRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final UploadValidationResult judgement;
    final UploadEncoding readAs;

    private ValidatedCaseAnswers(byte[] clear, UploadEncoding encoding) throws IOException {
        this.readAs = encoding;
        this.judgement =
                new CaseAnswerValidator(UploadLimits.DEFAULT).validate(new ByteArrayInputStream(clear), encoding, this);
    }

    static ValidatedCaseAnswers of(byte[] bytes) throws IOException {
        ValidatedCaseAnswers first = new ValidatedCaseAnswers(bytes, UploadEncoding.UTF_8);
        return first.judgement instanceof UploadValidationResult.RetryWithEncoding again
                ? new ValidatedCaseAnswers(bytes, again.encoding())
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
