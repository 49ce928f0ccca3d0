package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jinbo.batch.validation.ComplaintValidator.ComplaintRow;
import jinbo.batch.validation.RowSink.LimitedRowSink;
import jinbo.exchange.format.Finding;
import jinbo.reference.phone.Region;
import org.junit.jupiter.api.Test;

class LimitedRowSinkTest {

    private final List<Integer> lines = new ArrayList<>();
    private final List<Integer> findings = new ArrayList<>();

    @Test
    void countsButDropsRowsAboveTheLimit() throws IOException {
        LimitedRowSink<ComplaintRow> first = firstRows(4);

        UploadValidationResult uploadValidationResult =
                judge(first, "13810001234 13810001234 landline 13810001235 13810001235 landline");

        assertThat(first.hasMore()).isTrue();
        assertThat(lines).containsExactly(2, 3, 5);
        assertThat(findings).containsExactly(3, 4);
        assertThat(uploadValidationResult).isInstanceOfSatisfying(UploadValidationResult.Complete.class, judged -> {
            assertThat(judged.tally().accepted()).isEqualTo(4);
            assertThat(judged.tally().refused()).isEqualTo(2);
            assertThat(judged.tally().warned()).isEqualTo(2);
        });
    }

    @Test
    void passesOnUploadOfExactlyTheLimit() throws IOException {
        LimitedRowSink<ComplaintRow> first = firstRows(3);

        judge(first, "13810001234 landline landline");

        assertThat(first.hasMore()).isFalse();
        assertThat(lines).containsExactly(2);
        assertThat(findings).containsExactly(3, 4);
    }

    private LimitedRowSink<ComplaintRow> firstRows(long most) {
        return new LimitedRowSink<>(
                new RowSink<>() {
                    @Override
                    public void accepted(ComplaintRow row) {
                        lines.add(row.line());
                    }

                    @Override
                    public void found(Finding finding) {
                        findings.add(finding.line().orElseThrow());
                    }
                },
                most);
    }

    private static UploadValidationResult judge(LimitedRowSink<ComplaintRow> sink, String mobiles) throws IOException {
        String csv = "mobile,complaint,complained_on\r\n"
                + mobiles.replace("landline", "010-65550123").replace(" ", ",TELEMARKETING,2012-09-20\r\n")
                + ",TELEMARKETING,2012-09-20\r\n";
        return new ComplaintValidator(mobile -> Region.HOME, UploadLimits.DEFAULT)
                .validate(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        ValidatedComplaints.receivedOn(LocalDate.of(2012, 9, 21)),
                        sink);
    }
}
