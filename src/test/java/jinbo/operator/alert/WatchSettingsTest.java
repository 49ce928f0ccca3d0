package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

class WatchSettingsTest {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @ParameterizedTest
    @CsvSource({
        "251, 0, 0, 0, 0, 0s, 0, jinbo.watch.upload-expected-within-workdays is 251; it must be 0 to 250",
        "0, -1, 0, 0, 0, 0s, 0, jinbo.watch.upload-expected-of.YUNHE is -1; it must be 0 to 250",
        "0, 0, -1, 0, 0, 0s, 0, jinbo.watch.disk-free-at-least is -1B; it must be 0B or more",
        "0, 0, 0, 91, 0, 0s, 0, jinbo.watch.disk-free-percent-at-least is 91; it must be 0 to 90",
        "0, 0, 0, 0, -1, 0s, 0, jinbo.watch.database-at-most is -1B; it must be 0B or more",
        "0, 0, 0, 0, 0, 25h, 0, jinbo.watch.gateway-may-fail-for is PT25H; it must be 0s to 1d",
        "0, 0, 0, 0, 0, 0s, -1, jinbo.watch.turned-away-at-most is -1; it must be 0 to 1000000"
    })
    void whatCannotBeIsNamed(
            int workdays, int ofYunhe, long free, int percent, long database, String failing, int away, String told) {
        assertThatThrownBy(() -> new WatchSettings(
                        workdays,
                        Map.of(YUNHE, ofYunhe),
                        DataSize.ofBytes(free),
                        percent,
                        DataSize.ofBytes(database),
                        DurationStyle.detectAndParse(failing),
                        away))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(told);
    }

    @Test
    void theSettingOfAnInsurerOverridesTheGeneralOne() {
        WatchSettings settings =
                new WatchSettings(5, Map.of(YUNHE, 0), DataSize.ofBytes(0), 0, DataSize.ofBytes(0), Duration.ZERO, 0);

        assertThat(settings.uploadExpectedOf(YUNHE)).isZero();
        assertThat(settings.uploadExpectedOf(new InsurerCode("BEIDOU"))).isEqualTo(5);
    }
}
