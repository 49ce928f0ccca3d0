package jinbo.batch.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.reference.calendar.YearNotLoadedException;

/** Reckons when the runs of a job come one after the other, from its schedule and from how the one before has ended. */
record RunTimetable(JobSchedule schedule, DueTimes dueTimes, AllowedTimes allowed) {

    /** A calendar that is missing is asked for again so soon. */
    private static final Duration IMPORT_CALENDAR = Duration.ofMinutes(10);

    /** The first run after a moment; empty if none is ever due. */
    Optional<NextRun> first(Instant now) {
        return due(new RunState(Optional.empty(), 0, 0, Map.of()), now);
    }

    /**
     * What becomes of a run whose time has come.
     *
     * @param isUnderWay whether it had begun before, on a node that is gone
     */
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

    /** A try that could not begin before the next run was due, because nobody was up, is that run. */
    private Optional<RunState> dueMeanwhile(RunState state, Instant now) {
        return state.isRetry()
                ? state.due()
                        .flatMap(due -> due(state, due))
                        .filter(next -> !next.at().isAfter(now))
                        .map(NextRun::state)
                : Optional.empty();
    }

    /**
     * The run after one that has ended. What was due while it went on has waited for its end.
     *
     * @param left whose part was left undone; nobody's if it is all done
     */
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

    /** A run that was stopped half way goes on at once, wherever there is a node that does not stop. */
    NextRun afterStop(RunState state, Set<String> left, Instant now) {
        return new NextRun(
                now, new RunState(state.due(), state.attempt() + 1, state.failures(), failing(state, left, now)));
    }

    /** What was tried again in this run and done has failed no longer; what was left goes on failing. */
    static Map<String, Instant> failing(RunState state, Set<String> left, Instant now) {
        Map<String, Instant> failing = new HashMap<>();
        left.forEach(who -> failing.put(who, state.failing().getOrDefault(who, now)));
        return failing;
    }

    /** What has waited for a window or the end of a downtime was not missed. */
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

        /** @param state of it: that of the run which is due, where a try has waited until then */
        record Begin(RunState state) implements StartDecision {}

        record Wait(NextRun until) implements StartDecision {}

        /**
         * It was missed and is left out.
         *
         * @param next the one after it; empty if none is due any more
         */
        record Skip(Optional<NextRun> next) implements StartDecision {}
    }
}
