package jinbo.batch.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jinbo.batch.validation.ComplaintValidator.ComplaintRow;
import jinbo.batch.validation.ComplaintValidator.UploadContext;
import jinbo.exchange.format.Finding;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.Region;

/** Validates complaints, in the second encoding if necessary, and keeps the result. */
final class ValidatedComplaints implements RowSink<ComplaintRow> {

    /** Segments of Beijing and Tianjin, as in the seed of the segment table. */
    static final Function<Mobile, Region> REGIONS = mobile -> switch (mobile.segment() / 10) {
        case 138100, 139100 -> Region.HOME;
        case 138200 -> Region.ELSEWHERE;
        default -> Region.UNKNOWN;
    };

    /** Lines of the insurer of the samples. */
    static final SoldLines SOLD = new SoldLines(
            Set.of(new LineCode("LIFE"), new LineCode("MOTOR")),
            Set.of(new LineCode("LIFE"), new LineCode("MOTOR"), new LineCode("AGRICULTURE")),
            Set.of(new LineCode("LIFE"), new LineCode("MOTOR"), new LineCode("AGRICULTURE"), new LineCode("PROPERTY")));

    final List<ComplaintRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final UploadValidationResult judgement;
    final UploadEncoding readAs;

    private ValidatedComplaints(InputStream clear, UploadContext context, UploadLimits limits) throws IOException {
        this.readAs = context.encoding();
        this.judgement = new ComplaintValidator(REGIONS, limits).validate(clear, context, this);
    }

    static UploadContext receivedOn(LocalDate day) {
        return UploadContext.firstReading(day, SOLD, false);
    }

    static ValidatedComplaints of(byte[] bytes, UploadContext context, UploadLimits limits) throws IOException {
        ValidatedComplaints first = new ValidatedComplaints(new ByteArrayInputStream(bytes), context, limits);
        if (first.judgement instanceof UploadValidationResult.RetryWithEncoding again) {
            return new ValidatedComplaints(
                    new ByteArrayInputStream(bytes), context.withEncoding(again.encoding()), limits);
        }
        return first;
    }

    static ValidatedComplaints of(byte[] bytes, UploadContext context) throws IOException {
        return of(bytes, context, UploadLimits.DEFAULT);
    }

    static ValidatedComplaints once(InputStream clear, UploadContext context) throws IOException {
        return new ValidatedComplaints(clear, context, UploadLimits.DEFAULT);
    }

    UploadValidationResult.Complete judged() {
        return (UploadValidationResult.Complete) judgement;
    }

    UploadValidationResult.Refused refused() {
        return (UploadValidationResult.Refused) judgement;
    }

    @Override
    public void accepted(ComplaintRow row) {
        rows.add(row);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
