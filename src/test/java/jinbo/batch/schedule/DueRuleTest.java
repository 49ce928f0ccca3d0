package jinbo.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.schedule.DueRule.DueTimes;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.YearNotLoadedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueRuleTest {

    private static final LocalDate WORKED = LocalDate.parse("2012-09-29");
    private static final LocalDate HOLIDAYS = LocalDate.parse("2012-09-30");
    private static final LocalDate WORK_AGAIN = LocalDate.parse("2012-10-08");

    /** 2012-09-29 is a Saturday on which people work, 2012-09-30 to 2012-10-07 the autumn holidays. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            workdays 18:00          | 2012-09-28T17:59 | 2012-09-28T18:00, 2012-09-29T18:00, 2012-10-08T18:00
            workdays 18:00          | 2012-09-28T18:00 | 2012-09-29T18:00, 2012-10-08T18:00, 2012-10-09T18:00
            workdays 18:00, 09:00   | 2012-09-29T10:00 | 2012-09-29T18:00, 2012-10-08T09:00, 2012-10-08T18:00
            days 03:00              | 2012-09-29T10:00 | 2012-09-30T03:00, 2012-10-01T03:00
            days 23:59,00:00        | 2012-09-29T23:59 | 2012-09-30T00:00, 2012-09-30T23:59
            cron 0 0/15 6-7 * * *   | 2012-09-29T07:31 | 2012-09-29T07:45, 2012-09-30T06:00
            cron 0 0 12 * * MON     | 2012-09-29T07:31 | 2012-10-01T12:00
            never                   | 2012-09-29T07:31 |
            """)
    void aRuleIsDueInBeijing(String rule, LocalDateTime after, String expected) {
        DueTimes times = DueRule.parse(rule).times(DueRuleTest::isWorkday);
        List<String> seen = new ArrayList<>();
        int wanted = expected == null ? 0 : expected.split(", ").length;
        Instant at = after.atZone(BusinessTime.ZONE).toInstant();
        for (int i = 0; i < wanted; i++) {
            at = times.after(at).orElseThrow();
            seen.add(LocalDateTime.ofInstant(at, BusinessTime.ZONE).toString());
        }

        assertThat(String.join(", ", seen)).isEqualTo(expected == null ? "" : expected);
        if (wanted == 0) {
            assertThat(times.after(at)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void workingDaysOfAYearThatIsNotLoadedAreNotGuessed() {
        DueTimes times = DueRule.parse("workdays 18:00").times(DueRuleTest::isWorkday);
        Instant newYearsEve = OffsetDateTime.parse("2012-12-31T20:00:00+08:00").toInstant();

        assertThatExceptionOfType(YearNotLoadedException.class).isThrownBy(() -> times.after(newYearsEve));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "daily 18:00",
                "workdays",
                "workdays 25:00",
                "workdays 18:00;19:00",
                "cron * * * * *",
                "0 0 * * * *"
            })
    void whatIsNoRuleIsRefusedWithTheWayToWriteOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueRule.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("workdays 18:00");
    }

    private static boolean isWorkday(LocalDate day) {
        if (day.getYear() != WORKED.getYear()) {
            throw new YearNotLoadedException(day.getYear(), "2012.1");
        }
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return day.equals(WORKED) || !weekend && (day.isBefore(HOLIDAYS) || !day.isBefore(WORK_AGAIN));
    }
}
