package jinbo.batch.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.batch.schedule.DueRule.DueTimes;
import jinbo.batch.schedule.ScheduleSettings.JobSchedule;
import jinbo.reference.calendar.YearNotLoadedException;

/** Computes the times of a job's runs from its schedule and the result of the last run. */
record RunTimetable(JobSchedule schedule, DueTimes dueTimes, AllowedTimes allowed) {

    /** The interval between attempts while the calendar is missing. */
    private static final Duration IMPORT_CALENDAR = Duration.ofMinutes(10);

    /** Returns the first run after a moment, if any. */
    Optional<NextRun> first(Instant now) {
        return due(new RunState(Optional.empty(), 0, 0, Map.of()), now);
    }

    /** Decides whether a run begins now; {@code isUnderWay} is true if a node that has died had begun it. */
    StartDecision begin(RunState state, Instant now, boolean isUnderWay) {
        RunState due = isUnderWay ? state : dueMeanwhile(state, now).orElse(state);
        if (due.due().isEmpty()
                || isMissed(due, now) && !isUnderWay && schedule.missed() == JobSchedule.MissedRunPolicy.SKIP) {
            return new StartDecision.Skip(due(due, now));
        }
        return allowed.from(now)
                .<StartDecision>map(from -> from.equals(now)
                        ? new StartDecision.Begin(due)
                        : new StartDecision.Wait(new NextRun(from, due)))
                .orElseGet(() -> new StartDecision.Skip(due(due, now)));
    }

    /** A retry that is delayed until the next run is due becomes that run. */
    private Optional<RunState> dueMeanwhile(RunState state, Instant now) {
        return state.isRetry()
                ? state.due()
                        .flatMap(due -> due(state, due))
                        .filter(next -> !next.at().isAfter(now))
                        .map(NextRun::state)
                : Optional.empty();
    }

    /** Returns the next run. Due times that have passed during the last run count, too. */
    Optional<NextRun> after(RunState state, Set<String> left, Instant begun, Instant now) {
        if (left.isEmpty()) {
            return due(new RunState(state.due(), 0, 0, Map.of()), begun);
        }
        RunState failed = new RunState(state.due(), state.attempt(), state.failures() + 1, failing(state, left, now));
        Optional<NextRun> due = due(failed, begun);
        return isDueForReport(failed, now)
                ? due
                : Stream.concat(due.stream(), retry(failed, now).stream())
                        .min((one, other) -> one.at().compareTo(other.at()));
    }

    /** Returns the continuation of an interrupted run, at once on any node. */
    NextRun afterStop(RunState state, Set<String> left, Instant now) {
        return new NextRun(
                now, new RunState(state.due(), state.attempt() + 1, state.failures(), failing(state, left, now)));
    }

    /** Returns since when each piece of unfinished work fails; if it failed before, since the first failure. */
    static Map<String, Instant> failing(RunState state, Set<String> left, Instant now) {
        Map<String, Instant> failing = new HashMap<>();
        left.forEach(who -> failing.put(who, state.failing().getOrDefault(who, now)));
        return failing;
    }

    /** True if a run begins too late. Waiting for a window or for the end of a downtime does not count. */
    private boolean isMissed(RunState state, Instant now) {
        return !state.isRetry()
                && state.due()
                        .flatMap(allowed::from)
                        .filter(from -> now.isAfter(from.plus(schedule.missedAfter())))
                        .isPresent();
    }

    private boolean isDueForReport(RunState state, Instant now) {
        return state.failing().values().stream().allMatch(since -> !now.isBefore(since.plus(schedule.tellAfter())));
    }

    private Optional<NextRun> retry(RunState failed, Instant now) {
        RunState again = new RunState(failed.due(), failed.attempt() + 1, failed.failures(), failed.failing());
        return allowed.from(now.plus(schedule.pauseAfter(failed.failures()))).map(at -> new NextRun(at, again));
    }

    private Optional<NextRun> due(RunState state, Instant now) {
        try {
            return dueTimes.after(now)
                    .flatMap(due -> allowed.from(due).map(at -> new NextRun(at, state.nextDue(Optional.of(due)))));
        } catch (YearNotLoadedException e) {
            return Optional.of(new NextRun(now.plus(IMPORT_CALENDAR), state.nextDue(Optional.empty())));
        }
    }

    sealed interface StartDecision {

        /** The run begins. The state is that of the next due run, if a retry was delayed until then. */
        record Begin(RunState state) implements StartDecision {}

        record Wait(NextRun until) implements StartDecision {}

        /** The run was missed and is skipped; the next one follows, if any. */
        record Skip(Optional<NextRun> next) implements StartDecision {}
    }
}
