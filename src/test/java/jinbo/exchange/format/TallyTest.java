package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TallyTest {

    private static final Tally JUDGED = new Tally(10, 8, 2, 0, Map.of(FindingCode.LINE_UNKNOWN, 2L));

    @Test
    void refusingMovesAcceptedRows() {
        Tally told = JUDGED.refusing(Map.of(FindingCode.LINE_UNKNOWN, 1L, FindingCode.ALREADY_WITHDRAWN, 3L));

        assertThat(told)
                .isEqualTo(new Tally(
                        10, 4, 6, 0, Map.of(FindingCode.LINE_UNKNOWN, 3L, FindingCode.ALREADY_WITHDRAWN, 3L)));
        assertThat(JUDGED.refusing(Map.of())).isEqualTo(JUDGED);
        assertThat(told.status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
    }

    @Test
    void cannotRefuseMoreRowsThanAccepted() {
        assertThatThrownBy(() -> JUDGED.refusing(Map.of(FindingCode.FILE_UNKNOWN, 9L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALREADY_RECEIVED", "ROW_REPEATED", "LIST_DIFFERS"})
    void refusesOnlyByCodesThatRefuseRows(FindingCode code) {
        assertThatThrownBy(() -> JUDGED.refusing(Map.of(code, 1L))).isInstanceOf(IllegalArgumentException.class);
    }
}
