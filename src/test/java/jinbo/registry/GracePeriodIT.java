package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GracePeriodIT {

    private static TestSlice parts;
    private static WorkdayCalendar calendar;

    @BeforeAll
    static void loadTheCalendarThatComesWithTheProgram() {
        parts = new TestSlice(
                new SettableClock("2012-09-21T09:00:00+08:00"), "jinbo.accesslog", "jinbo.reference.calendar");
        calendar = parts.bean(Calendars.class).current();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @ParameterizedTest(name = "registered {0}, seventh working day {1}")
    @CsvSource({
        "2012-09-21, 2012-10-08, 2012-10-09",
        "2019-04-26, 2019-05-08, 2019-05-09",
        "2020-01-20, 2020-02-06, 2020-02-07",
        "2025-09-26, 2025-10-13, 2025-10-14",
        "2026-02-13, 2026-03-02, 2026-03-03",
        "2026-09-30, 2026-10-15, 2026-10-16"
    })
    void aBlockCountsFromTheDayAfterTheSeventhWorkingDay(
            LocalDate registeredOn, LocalDate seventh, LocalDate effectiveOn) {
        assertThat(new GracePeriod(7).effectiveOn(registeredOn, calendar))
                .isEqualTo(effectiveOn)
                .isEqualTo(seventh.plusDays(1));
    }

    @Test
    void withoutGraceABlockCountsFromTheNextDay() {
        assertThat(new GracePeriod(0).effectiveOn(LocalDate.of(2012, 9, 21), calendar))
                .isEqualTo(LocalDate.of(2012, 9, 22));
    }

    @Test
    void aYearThatIsNotLoadedIsRefusedByItsName() {
        assertThatExceptionOfType(YearNotLoadedException.class)
                .isThrownBy(() -> new GracePeriod(7).effectiveOn(LocalDate.of(2026, 12, 28), calendar))
                .satisfies(refusal -> assertThat(refusal.year()).isEqualTo(2027))
                .withMessageContaining("2027")
                .withMessageContaining("calendar import");
    }

    @Test
    void theGraceIsNeitherNegativeNorEndless() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GracePeriod(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GracePeriod(101));
        assertThat(new GracePeriod(100).workdays()).isEqualTo(100);
    }
}
