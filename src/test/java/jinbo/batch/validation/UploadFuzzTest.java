package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import jinbo.batch.validation.ComplaintValidator.UploadContext;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.format.OutcomeWriter;
import jinbo.exchange.format.Tally;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.api.BeforeAll;

/** Clear text of a fuzzer; a build uses the saved inputs. */
class UploadFuzzTest {

    private static final UploadContext CONTEXT = ValidatedComplaints.receivedOn(LocalDate.of(2026, 10, 12));
    private static final UploadLimits LIMITS = new UploadLimits(50, 256);
    private static final Pattern NUMBER = Pattern.compile("1[3-9][0-9]{9}");

    @BeforeAll
    static void belongsToAPart() {
        NightlyRun.assumeFuzzPartOf(6);
    }

    @FuzzTest
    void upload(byte[] clear) throws IOException {
        ValidatedComplaints sample = ValidatedComplaints.of(clear, CONTEXT, LIMITS);

        assertThat(sample.judgement).isNotInstanceOf(UploadValidationResult.RetryWithEncoding.class);
        if (sample.judgement instanceof UploadValidationResult.Complete judged) {
            Tally tally = judged.tally();
            assertThat(tally.accepted() + tally.refused()).isEqualTo(tally.rows());
            assertThat(tally.rows()).isLessThanOrEqualTo(LIMITS.maxRows());
            assertThat(sample.rows).hasSize((int) tally.accepted());
        }
        assertThat(outcome(sample)).doesNotContainPattern(NUMBER);
    }

    private static String outcome(ValidatedComplaints sample) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutcomeWriter writer = new OutcomeWriter(out, MessageLanguage.EN)) {
            for (Finding finding : sample.findings) {
                writer.write(finding);
            }
            if (sample.judgement instanceof UploadValidationResult.Refused refused) {
                writer.write(refused.finding());
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
