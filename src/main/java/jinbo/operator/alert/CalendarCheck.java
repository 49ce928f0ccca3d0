package jinbo.operator.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jinbo.operator.alert.Alert.Code;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import org.springframework.stereotype.Component;

/** Looks for a year that today's dates reach into, or will within a month, and that is not loaded. */
@Component
record CalendarCheck(Calendars calendars, Clock clock) implements ExchangeCheck {

    /** In December the notice for the next year is out, and the first dates reach into it. */
    private static final int DAYS_AHEAD = 31;

    @Override
    public Subject subject() {
        return Subject.CALENDAR;
    }

    @Override
    public List<Alert> find() {
        Set<Integer> years = calendars.current().years();
        LocalDate today = BusinessTime.dateOf(clock.instant());
        return IntStream.rangeClosed(today.getYear(), today.plusDays(DAYS_AHEAD).getYear())
                .filter(year -> !years.contains(year))
                .mapToObj(
                        year -> new Alert(Code.YEAR_NOT_LOADED, Optional.empty(), Optional.of(Integer.toString(year))))
                .toList();
    }
}
