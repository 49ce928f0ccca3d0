package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryNoticeTest {

    @ParameterizedTest
    @CsvSource({
        "2012-09-01, 2012-10-31, 60 SOON",
        "2012-09-30, 2012-10-31, 31 SOON",
        "2012-10-01, 2012-10-31, 30 PRESSING",
        "2012-10-23, 2012-10-31, 8 PRESSING",
        "2012-10-24, 2012-10-31, 7 URGENT",
        "2012-10-31, 2012-10-31, 0 URGENT"
    })
    void noticesEndsAtThreeLevelsWithinSixtyDays(LocalDate today, LocalDate lastDay, String told) {
        assertThat(ExpiryNotice.of(today, lastDay)).hasValueSatisfying(expiryNotice -> {
            assertThat(expiryNotice.daysLeft() + " " + expiryNotice.level()).isEqualTo(told);
            assertThat(expiryNotice.lastDay()).isEqualTo(lastDay);
        });
    }

    @ParameterizedTest
    @CsvSource({"2012-08-31, 2012-10-31", "2012-11-01, 2012-10-31"})
    void nothingIsToldEarlierOrAfterTheEnd(LocalDate today, LocalDate lastDay) {
        assertThat(ExpiryNotice.of(today, lastDay)).isEmpty();
    }
}
