package jinbo.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import jinbo.reference.calendar.BusinessTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTimesTest {

    /** 2026-11-28 is a Saturday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # at             | windows                  | downtimes                                            | first allowed
            2026-11-28T07:00 |                          |                                                      | 2026-11-28T07:00
            2026-11-28T07:00 | 06:00-23:00              |                                                      | 2026-11-28T07:00
            2026-11-28T05:59 | 06:00-23:00              |                                                      | 2026-11-28T06:00
            2026-11-28T23:00 | 06:00-23:00              |                                                      | 2026-11-29T06:00
            2026-11-28T01:00 | 22:00-02:00              |                                                      | 2026-11-28T01:00
            2026-11-28T02:00 | 22:00-02:00              |                                                      | 2026-11-28T22:00
            2026-11-28T12:00 | 06:00-08:00, 18:00-20:00 |                                                      | 2026-11-28T18:00
            2026-11-28T12:00 |                          | SAT,SUN 00:00-24:00                                  | 2026-11-30T00:00
            2026-11-28T12:00 | 06:00-23:00              | SAT,SUN 00:00-24:00                                  | 2026-11-30T06:00
            2026-11-28T12:00 |                          | 2026-11-28T11:00/2026-11-28T13:30                    | 2026-11-28T13:30
            2026-11-28T12:00 |                          | 2026-11-28T11:00/2026-11-28T13:30, 13:00-14:00       | 2026-11-28T14:00
            2026-11-28T22:30 | 22:00-23:00              | 2026-11-28T20:00/2026-11-30T22:15                    | 2026-11-30T22:15
            """)
    void allowsTimesInWindowsOutsideDowntimes(LocalDateTime at, String windows, String downtimes, LocalDateTime first) {
        AllowedTimes allowed = new AllowedTimes(spans(windows), spans(downtimes));

        assertThat(allowed.from(instant(at))).contains(instant(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00-24:00", "MON,TUE,WED,THU,FRI,SAT,SUN 00:00-24:00", "12:00-12:00"})
    void endlessDowntimeAllowsNothing(String always) {
        assertThat(new AllowedTimes(List.of(), spans(always)).from(instant(LocalDateTime.parse("2026-11-28T12:00"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "06:00", "6-23", "SAT", "SATURDAY 06:00-07:00", "2026-12-02T04:00/2026-12-01T20:00", "a/b"})
    void refusesInvalidTimeSpanWithExamples(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindow.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("06:00-23:00");
    }

    private static List<TimeWindow> spans(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(", ")).map(TimeWindow::parse).toList();
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(BusinessTime.ZONE).toInstant();
    }
}
