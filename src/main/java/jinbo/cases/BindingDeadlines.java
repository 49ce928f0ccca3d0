package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatusEvent;
import jinbo.participant.insurer.InsurerStatusHistory;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.WorkdayCalendar;
import org.springframework.stereotype.Component;

/**
 * Says for everybody by which day a case goes on: where an insurer was to be told, its days begin when it was, and anew when it is
 * resumed; while it is suspended they stand still. A day that the calendar did not reach is counted as soon as it does.
 */
@Component
record BindingDeadlines(CaseDeadlines deadlines, Insurers insurers, InsurerStatusHistory standings) {

    /**
     * @param dueOn the day that was computed then, if there was one
     * @param toTell the insurer that has to be told of it; empty if none has
     * @param notifiedAt since when that one is, or counts as notified
     */
    record Step(
            CaseState state,
            Instant at,
            Optional<LocalDate> dueOn,
            Optional<InsurerCode> toTell,
            Optional<Instant> notifiedAt) {}

    /**
     * @param running whether days count: nobody has to be told first, or be resumed
     * @param dueOn the last day, if they do and the calendar reaches it
     */
    record Wait(boolean running, Optional<LocalDate> dueOn) {}

    /** Counts for many cases by one calendar, and asks about each insurer once. */
    Count count() {
        return new Count();
    }

    final class Count {

        private final Map<InsurerCode, Standing> asked = new HashMap<>();
        private Optional<WorkdayCalendar> calendar = Optional.empty();

        Wait after(Step step) {
            if (step.state() == CaseState.CLOSED) {
                return new Wait(true, Optional.empty());
            }
            if (step.toTell().isEmpty()) {
                return new Wait(true, fromStep(step));
            }
            Standing insurer = asked.computeIfAbsent(step.toTell().get(), BindingDeadlines.this::standing);
            if (insurer.left()) {
                return new Wait(
                        true,
                        step.notifiedAt().isPresent()
                                ? fromTelling(step, step.notifiedAt().get())
                                : fromStep(step));
            }
            if (insurer.suspended() || step.notifiedAt().isEmpty()) {
                return new Wait(false, Optional.empty());
            }
            Instant notifiedAt = Stream.concat(step.notifiedAt().stream(), insurer.resumedAt().stream())
                    .max(Instant::compareTo)
                    .orElseThrow();
            return new Wait(true, fromTelling(step, notifiedAt));
        }

        private Optional<LocalDate> fromStep(Step step) {
            return step.dueOn().or(() -> counted(step.state(), step.at()));
        }

        /** No earlier than the file said, whatever calendar has come since. */
        private Optional<LocalDate> fromTelling(Step step, Instant notifiedAt) {
            return counted(step.state(), notifiedAt)
                    .map(day -> step.dueOn().filter(day::isBefore).orElse(day));
        }

        private Optional<LocalDate> counted(CaseState state, Instant from) {
            WorkdayCalendar known = calendar.orElseGet(deadlines::calendar);
            calendar = Optional.of(known);
            return deadlines.after(state, from, known);
        }
    }

    private record Standing(boolean suspended, boolean left, Optional<Instant> resumedAt) {}

    private Standing standing(InsurerCode code) {
        Insurer insurer = insurers.get(code);
        return new Standing(
                insurer.suspendedAt().isPresent(),
                insurer.departure().isPresent(),
                standings.of(code).stream()
                        .filter(event -> event.kind() == InsurerStatusEvent.Kind.RESUMED)
                        .map(InsurerStatusEvent::at)
                        .max(Instant::compareTo));
    }
}
