package jinbo.reference.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdayCalendarTest {

    private final WorkdayCalendar calendar = BundledCalendar.load();

    @ParameterizedTest(name = "registered {0}: seventh working day {1}, not {2}")
    @CsvSource({
        "2012-09-21, 2012-10-08, 2012-10-02",
        "2019-04-26, 2019-05-08, 2019-05-07",
        "2020-01-20, 2020-02-06, 2020-01-29",
        "2025-09-26, 2025-10-13, 2025-10-07",
        "2026-02-13, 2026-03-02, 2026-02-24",
        "2026-09-30, 2026-10-15, 2026-10-09",
    })
    void seventhWorkdaySkipsHolidaysAndCountsMakeUpDays(LocalDate registered, LocalDate seventh, LocalDate naive) {
        assertThat(calendar.plusWorkdays(registered, 7)).isEqualTo(seventh);
        assertThat(mondayToFriday(registered, 7)).isEqualTo(naive);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2012-09-29, true, a Saturday worked for National Day",
        "2012-09-30, false, the Sunday of Mid-Autumn",
        "2020-01-19, true, a Sunday worked for Spring Festival",
        "2020-01-31, false, the epidemic made it longer",
        "2019-05-05, true, added when Labour Day was made longer in March",
        "2015-09-03, false, seventy years after the war",
        "2026-10-10, true, the last make-up day that is known",
        "2026-10-12, true, a plain Monday",
        "2026-10-11, false, a plain Sunday",
    })
    void knowsWorkdays(LocalDate day, boolean workday, String why) {
        assertThat(calendar.isWorkday(day)).as(why).isEqualTo(workday);
    }

    @Test
    void countingAgreesWithCheckingEveryDay() {
        LocalDate end = LocalDate.of(2026, 11, 30);
        for (LocalDate from = LocalDate.of(2011, 12, 31); from.isBefore(end); from = from.plusDays(1)) {
            LocalDate seventh = calendar.plusWorkdays(from, 7);

            assertThat(from.plusDays(1)
                            .datesUntil(seventh.plusDays(1))
                            .filter(calendar::isWorkday)
                            .count())
                    .as("working days after %s up to %s", from, seventh)
                    .isEqualTo(7);
            assertThat(calendar.isWorkday(seventh)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}: {1} days off from Monday to Friday: {2}")
    @CsvSource({
        "2012, 12, the eleven by law and one for 31 December 2011 which was worked for it",
        "2013, 11, the eleven by law",
        "2014, 11, the eleven by law",
        "2015, 12, and 3 September once",
        "2016, 11, the eleven by law",
        "2017, 11, the eleven by law",
        "2018, 11, the eleven by law",
        "2019, 11, the eleven by law",
        "2020, 13, and the epidemic's 31 January and the make-up day of 1 February that it cancelled",
        "2021, 11, the eleven by law",
        "2022, 11, the eleven by law",
        "2023, 11, the eleven by law",
        "2024, 11, the eleven by law",
        "2025, 13, thirteen by the law of November 2024",
        "2026, 13, thirteen by the law of November 2024",
    })
    void yearsHaveTheDaysOffOfTheLaw(int year, long daysOff, String why) {
        long plainWeek = days(year)
                .filter(day -> !WorkdayCalendar.SpecialDay.isWeekend(day))
                .count();
        long worked = days(year).filter(calendar::isWorkday).count();

        assertThat(plainWeek - worked).as(why).isEqualTo(daysOff);
    }

    @Test
    void loadsTheYearsOfTheFile() {
        assertThat(calendar.years())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2012, 2026).boxed().toList());
    }

    @Test
    void refusesDayInYearThatIsNotLoaded() {
        assertNotLoaded(2027, () -> calendar.isWorkday(LocalDate.of(2027, 1, 1)));
        assertNotLoaded(2011, () -> calendar.isWorkday(LocalDate.of(2011, 12, 31)));
    }

    @Test
    void refusesCountingIntoYearThatIsNotLoaded() {
        assertThat(calendar.plusWorkdays(LocalDate.of(2026, 12, 22), 7)).isEqualTo(LocalDate.of(2026, 12, 31));
        assertNotLoaded(2027, () -> calendar.plusWorkdays(LocalDate.of(2026, 12, 23), 7));
        assertNotLoaded(2011, () -> calendar.plusWorkdays(LocalDate.of(2011, 12, 29), 7));
    }

    @Test
    void zeroWorkdaysIsTheDayItself() {
        assertThat(calendar.plusWorkdays(LocalDate.of(2012, 9, 30), 0)).isEqualTo(LocalDate.of(2012, 9, 30));
        assertThatThrownBy(() -> calendar.plusWorkdays(LocalDate.of(2012, 9, 30), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static LocalDate mondayToFriday(LocalDate from, int n) {
        LocalDate day = from;
        for (int counted = 0; counted < n; counted += day.getDayOfWeek().getValue() <= 5 ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void assertNotLoaded(int year, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(YearNotLoadedException.class, e -> {
                    assertThat(e.year()).isEqualTo(year);
                    assertThat(e.version()).isEqualTo(calendar.version());
                })
                .hasMessageContaining(String.valueOf(year))
                .hasMessageContaining("calendar import FILE");
    }
}
