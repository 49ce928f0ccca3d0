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
 * Computes the last day for the next step of a case, if the calendar reaches it. If it is the insurer's step, its
 * working days begin when it is notified. They do not count while the insurer is suspended, and begin anew when it is
 * resumed.
 */
@Component
@EnableConfigurationProperties(CaseSettings.class)
record CaseDeadlines(
        CaseSettings settings, Calendars calendars, Insurers insurers, InsurerStatusHistory insurerStatuses) {

    /** A last day, and the version of the calendar by which it was computed. */
    record Due(LocalDate on, String calendarVersion) {}

    /** The newest event of a case, with its recorded last day, and the insurer that must be notified of it, if any. */
    record Step(
            CaseState state,
            Instant at,
            Optional<LocalDate> dueOn,
            Optional<InsurerCode> insurer,
            Optional<Instant> notifiedAt) {}

    /** Until when a step is due; {@code running} is false while an insurer must be notified or resumed first. */
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

    /** Computes the last days of many cases with one calendar, and reads each insurer once. */
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

        /** Returns no earlier day than the file to the insurer names, whatever calendar has been loaded since. */
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
