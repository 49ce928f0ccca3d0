package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Says until which working day the next thing happens to a case. Where the calendar does not reach that far there is no such day
 * yet: nobody is late until it is loaded.
 */
@Component
@EnableConfigurationProperties(CaseSettings.class)
record CaseDeadlines(CaseSettings settings, Calendars calendars) {

    /** @param on the day, which still counts */
    record Due(LocalDate on, String calendarVersion) {}

    /** When what follows a state that was reached at an instant is due. */
    Optional<Due> after(CaseState state, Instant at) {
        OptionalInt workdays = workdays(state);
        return workdays.isEmpty() ? Optional.empty() : plus(calendars.current(), at, workdays.getAsInt());
    }

    /** The calendar as it is now, for whoever counts often. */
    WorkdayCalendar calendar() {
        return calendars.current();
    }

    /** The same by a calendar that was asked for before; the day alone. */
    Optional<LocalDate> after(CaseState state, Instant at, WorkdayCalendar calendar) {
        OptionalInt workdays = workdays(state);
        return workdays.isEmpty()
                ? Optional.empty()
                : plus(calendar, at, workdays.getAsInt()).map(Due::on);
    }

    private static Optional<Due> plus(WorkdayCalendar calendar, Instant at, int workdays) {
        try {
            return Optional.of(new Due(calendar.plusWorkdays(BusinessTime.dateOf(at), workdays), calendar.version()));
        } catch (YearNotLoadedException notYet) {
            return Optional.empty();
        }
    }

    private OptionalInt workdays(CaseState state) {
        return switch (state) {
            case OPEN -> OptionalInt.of(settings.sendWithinWorkdays());
            case SENT -> OptionalInt.of(settings.answerWithinWorkdays());
            case ANSWERED, APPEALED -> OptionalInt.of(settings.decideWithinWorkdays());
            case UPHELD, DISMISSED -> OptionalInt.of(settings.appealWithinWorkdays());
            case CLOSED -> OptionalInt.empty();
        };
    }
}
