package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.validation.WithdrawalValidator.WithdrawalRow;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each downloadable sample of withdrawals has the published result. */
class PublishedWithdrawalsTest {

    private static final Path FOLDER = Path.of("exchange-formats", "withdrawals", "v1");

    @TestFactory
    Stream<DynamicTest> every_accepted_sample_takes_back_the_rows_beside_it() throws IOException {
        return PublishedSample.in(FOLDER.resolve("accepted"))
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    ValidatedWithdrawals judged = answer(sample);
                    sample.becomes(
                            "line,file,withdrawn_line,reason",
                            judged.rows.stream().map(PublishedWithdrawalsTest::fields));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_refused_sample_gets_the_answers_beside_it() throws IOException {
        return PublishedSample.in(FOLDER.resolve("refused"))
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> answer(sample)));
    }

    @Test
    void everyCodeOfWithdrawalsHasASample() throws IOException {
        for (FindingCode code : List.of(
                FindingCode.FILE_UNKNOWN,
                FindingCode.LINE_UNKNOWN,
                FindingCode.ALREADY_WITHDRAWN,
                FindingCode.REASON_TOO_LONG)) {
            PublishedSample.of(code, FOLDER).findsItsCode(code);
        }
    }

    private static ValidatedWithdrawals answer(PublishedSample sample) throws IOException {
        ValidatedWithdrawals judged = ValidatedWithdrawals.of(sample.bytes(), UploadLimits.DEFAULT);
        if (judged.judgement instanceof UploadValidationResult.Refused refused) {
            Tally unread = Tally.unread(refused.code());
            sample.isAnswered(judged.readAs, ReceiptStatus.REFUSED, unread, List.of(refused.finding()));
            return judged;
        }
        SampleIngestedUploads before = new SampleIngestedUploads(FOLDER.resolve("taken-in.csv"));
        List<Finding> late = judged.rows.stream()
                .map(before::takeBack)
                .flatMap(Optional::stream)
                .toList();
        Map<FindingCode, Long> more = new EnumMap<>(FindingCode.class);
        late.forEach(finding -> more.merge(finding.code(), 1L, Long::sum));
        Tally tally = judged.judged().tally().refusing(more);
        List<Finding> findings = new ArrayList<>(judged.findings);
        findings.addAll(late);
        findings.sort(Comparator.comparingInt(finding -> finding.line().orElseThrow()));
        assertThat(judged.judged().longestRun()).isZero();
        sample.isAnswered(judged.readAs, tally.status(), tally, findings);
        return judged;
    }

    private static List<String> fields(WithdrawalRow row) {
        String withdrawnLine = row.withdrawnLine().isPresent()
                ? Integer.toString(row.withdrawnLine().getAsInt())
                : "";
        return List.of(Integer.toString(row.line()), row.file(), withdrawnLine, row.reason());
    }
}
