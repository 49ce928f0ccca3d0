package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatusEvent;
import jinbo.participant.insurer.InsurerStatusHistory;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Computes the last day for the next step, if the calendar reaches it. If the insurer must be notified, its days begin
 * with the notification, and again when it is resumed. They do not count while it is suspended.
 */
@Component
@EnableConfigurationProperties(CaseSettings.class)
record CaseDeadlines(
        CaseSettings settings, Calendars calendars, Insurers insurers, InsurerStatusHistory insurerStatuses) {

    record Due(LocalDate on, String calendarVersion) {}

    /**
     * @param dueOn as recorded with the step
     * @param insurer the insurer to be notified of it
     */
    record Step(
            CaseState state,
            Instant at,
            Optional<LocalDate> dueOn,
            Optional<InsurerCode> insurer,
            Optional<Instant> notifiedAt) {}

    /** @param running true if days count: no insurer must be notified or resumed first */
    record Wait(boolean running, Optional<LocalDate> dueOn) {}

    Optional<Due> after(CaseState state, Instant at) {
        return after(state, at, calendars::current);
    }

    private Optional<Due> after(CaseState state, Instant at, Supplier<WorkdayCalendar> calendar) {
        if (state == CaseState.CLOSED) {
            return Optional.empty();
        }
        try {
            WorkdayCalendar current = calendar.get();
            return Optional.of(
                    new Due(current.plusWorkdays(BusinessTime.dateOf(at), workdays(state)), current.version()));
        } catch (YearNotLoadedException notYet) {
            return Optional.empty();
        }
    }

    private int workdays(CaseState state) {
        return switch (state) {
            case OPEN -> settings.sendWithinWorkdays();
            case SENT -> settings.answerWithinWorkdays();
            case ANSWERED, APPEALED -> settings.decideWithinWorkdays();
            case UPHELD, DISMISSED -> settings.appealWithinWorkdays();
            case CLOSED -> throw new IllegalArgumentException("Nothing follows CLOSED");
        };
    }

    Count count() {
        return new Count();
    }

    /** Computes the days of many cases by one calendar and reads each insurer once. */
    final class Count {

        private final Map<InsurerCode, InsurerStanding> standings = new HashMap<>();
        private final Supplier<WorkdayCalendar> calendar = SingletonSupplier.of(calendars::current);

        Wait after(Step step) {
            if (step.state() == CaseState.CLOSED) {
                return new Wait(true, Optional.empty());
            }
            if (step.insurer().isEmpty()) {
                return new Wait(true, fromStep(step));
            }
            InsurerStanding insurer = standings.computeIfAbsent(step.insurer().get(), CaseDeadlines.this::standing);
            if (insurer.left()) {
                return new Wait(
                        true,
                        step.notifiedAt().isPresent()
                                ? fromNotification(step, step.notifiedAt().get())
                                : fromStep(step));
            }
            if (insurer.suspended() || step.notifiedAt().isEmpty()) {
                return new Wait(false, Optional.empty());
            }
            Instant notifiedAt = Stream.concat(step.notifiedAt().stream(), insurer.resumedAt().stream())
                    .max(Instant::compareTo)
                    .orElseThrow();
            return new Wait(true, fromNotification(step, notifiedAt));
        }

        private Optional<LocalDate> fromStep(Step step) {
            return step.dueOn().or(() -> from(step.state(), step.at()));
        }

        /** Returns no earlier day than the file has named, whatever calendar has been loaded since. */
        private Optional<LocalDate> fromNotification(Step step, Instant notifiedAt) {
            return from(step.state(), notifiedAt)
                    .map(day -> step.dueOn().filter(day::isBefore).orElse(day));
        }

        private Optional<LocalDate> from(CaseState state, Instant at) {
            return CaseDeadlines.this.after(state, at, calendar).map(Due::on);
        }
    }

    private record InsurerStanding(boolean suspended, boolean left, Optional<Instant> resumedAt) {}

    private InsurerStanding standing(InsurerCode code) {
        Insurer insurer = insurers.get(code);
        return new InsurerStanding(
                insurer.suspendedAt().isPresent(),
                insurer.departure().isPresent(),
                insurerStatuses.of(code).stream()
                        .filter(event -> event.kind() == InsurerStatusEvent.Kind.RESUMED)
                        .map(InsurerStatusEvent::at)
                        .max(Instant::compareTo));
    }
}
