package jinbo.cases.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of a sanction, counted from its first. */
class SanctionDaysTest {

    @ParameterizedTest(name = "{1} from {0} end on {2}")
    @CsvSource({
        "2026-05-06, P3M, 2026-08-05",
        "2027-03-01, P3M, 2027-05-31",
        "2026-07-01, P1M, 2026-07-31",
        "2026-11-30, P3M, 2027-02-28",
        "2027-11-30, P3M, 2028-02-29",
        "2026-12-31, P6M, 2027-06-30",
        "2028-02-29, P1Y, 2029-02-28",
        "2026-05-06, P30D, 2026-06-04",
        "2026-05-06, P1D, 2026-05-06"
    })
    void endsOnTheDayBeforeTheSameDayOfItsLastMonth(LocalDate begins, Period lasts, LocalDate lastDay) {
        assertThat(Sanctions.Days.of(begins, Optional.of(lasts)).endsOn()).contains(lastDay);
    }

    @Test
    void withoutLengthHasNoLastDay() {
        assertThat(Sanctions.Days.of(LocalDate.of(2026, 5, 6), Optional.empty()).endsOn())
                .isEmpty();
    }
}
