package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import jinbo.batch.validation.HoldRules.UploadHistory;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldRulesTest {

    @ParameterizedTest
    @CsvSource({
        "10, 10, false",
        "11, 11, true",
        "54, 11, true",
        "55, 11, false",
        "1000, 200, false",
        "1000, 201, true",
        "200000, 100000, true",
    })
    void holdsUploadWithTooManyRefusedRows(long rows, long refused, boolean held) {
        assertThat(HoldRules.DEFAULT.reasonToHold(judged(rows, refused, 1), UploadHistory.NONE))
                .isEqualTo(held ? Optional.of(FindingCode.TOO_MANY_REFUSED) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 1, 0, 0, false",
        "100001, 1, 0, 0, true",
        "1001, 1, 2, 100, false",
        "1001, 1, 3, 100, true",
        "1000, 1, 3, 1, false",
        "1001, 1, 3, 100.1, false",
        "2000, 1, 3, 0, true",
        "50, 49, 0, 0, false",
        "50, 50, 0, 0, true",
        "0, 0, 3, 100, false",
    })
    void holdsUploadOfUnusualVolumeOrSequence(long rows, int run, long files, double average, boolean held) {
        assertThat(HoldRules.DEFAULT.reasonToHold(judged(rows, 0, run), new UploadHistory(files, average)))
                .isEqualTo(held ? Optional.of(FindingCode.UNUSUAL_VOLUME) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "20, false", "21, true", "2147483647, true"})
    void holdsUploadWithOneNumberInManyRows(int rowsOfOneNumber, boolean held) {
        UploadValidationResult.Complete judged =
                new UploadValidationResult.Complete(new Tally(100, 100, 0, 99, Map.of()), 1, rowsOfOneNumber);

        assertThat(HoldRules.DEFAULT.reasonToHold(judged, UploadHistory.NONE))
                .isEqualTo(held ? Optional.of(FindingCode.UNUSUAL_VOLUME) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100000",
        "2, 1, 100000",
        "3, 1, 1000",
        "3, 100.05, 1000",
        "3, 100.1, 1001",
        "3, 100.15, 1001",
        "3, 50000, 100000",
        "9, 0, 1000",
    })
    void holdsUploadAboveTheMaximumOfStagedRows(long files, double average, long most) {
        UploadHistory history = new UploadHistory(files, average);

        assertThat(HoldRules.DEFAULT.maxRows(history)).isEqualTo(most);
        assertThat(HoldRules.DEFAULT.reasonToHold(judged(most + 1, 0, 1), history))
                .contains(FindingCode.UNUSUAL_VOLUME);
        assertThat(HoldRules.DEFAULT.reasonToHold(judged(most, 0, 1), history)).isEmpty();
    }

    private static UploadValidationResult.Complete judged(long rows, long refused, int run) {
        return new UploadValidationResult.Complete(new Tally(rows, rows - refused, refused, 0, Map.of()), run, 1);
    }
}
