package jinbo.batch.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jinbo.exchange.format.Finding;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.Region;

/** Judges bytes as the collecting job does, once more in the other encoding if need be, and keeps what came of it. */
final class JudgedSample implements RowSink<AcceptedRow> {

    /** Segments as the seed of the segment table has them: Beijing, Tianjin, and none. */
    static final Function<Mobile, Region> REGIONS = mobile -> switch (mobile.segment() / 10) {
        case 138100, 139100 -> Region.HOME;
        case 138200 -> Region.ELSEWHERE;
        default -> Region.UNKNOWN;
    };

    final List<AcceptedRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Judgement judgement;
    final UploadEncoding readAs;

    private JudgedSample(InputStream clear, UploadContext context, IntakeLimits limits) throws IOException {
        this.readAs = context.encoding();
        this.judgement = new UploadJudge(REGIONS, limits).judge(clear, context, this);
    }

    static JudgedSample of(byte[] bytes, UploadContext context, IntakeLimits limits) throws IOException {
        JudgedSample first = new JudgedSample(new ByteArrayInputStream(bytes), context, limits);
        if (first.judgement instanceof Judgement.ReadAgain again) {
            return new JudgedSample(new ByteArrayInputStream(bytes), context.readAs(again.encoding()), limits);
        }
        return first;
    }

    static JudgedSample of(byte[] bytes, UploadContext context) throws IOException {
        return of(bytes, context, IntakeLimits.DEFAULT);
    }

    static JudgedSample once(InputStream clear, UploadContext context) throws IOException {
        return new JudgedSample(clear, context, IntakeLimits.DEFAULT);
    }

    Judgement.Judged judged() {
        return (Judgement.Judged) judgement;
    }

    Judgement.Refused refused() {
        return (Judgement.Refused) judgement;
    }

    @Override
    public void accepted(AcceptedRow row) {
        rows.add(row);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }
}
