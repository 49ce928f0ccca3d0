package jinbo.batch.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.batch.LogContext;
import jinbo.batch.LogContext.Field;
import jinbo.batch.RunId;
import jinbo.batch.RunProgress;
import jinbo.batch.StopRequest;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.FailureMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes a due run, records its end and determines when the next run begins. */
record ExecuteRun(
        RecordedRuns records,
        StopRequest stop,
        RunEndNotifier ended,
        Clock clock,
        RunProgress progress,
        String node,
        Set<RunKey> underWay) {

    private static final Logger LOG = LoggerFactory.getLogger(ExecuteRun.class);

    /** A run during which this many processes have died, or could not record the end, is not repeated. */
    private static final int MAX_DEATHS = 3;

    private static final String DEATHS_PROBLEM = "the processes that ran it died or could not record its end "
            + MAX_DEATHS + " times; see log/jinbo.log, and check how much memory a process may use";

    boolean isUnderWay(RunKey key) {
        return underWay.contains(key);
    }

    /** Executes a run, and returns the next one, if any. */
    Optional<NextRun> execute(ScheduledJob job, RunKey key, RunTimetable timetable, RunState state) {
        underWay.add(key);
        try {
            return resume(job, key, timetable, state);
        } finally {
            underWay.remove(key);
        }
    }

    /** Begins a run, or resumes one that a dead node had begun. A run that has ended is not repeated. */
    private Optional<NextRun> resume(ScheduledJob job, RunKey key, RunTimetable timetable, RunState state) {
        Optional<RecordedRun> begun = state.due().flatMap(due -> records.find(key, due, state.attempt()));
        return begun.filter(run -> run.end().isPresent())
                .map(ended -> nextAfter(ended, timetable, state))
                .orElseGet(() -> beginOrWait(job, key, timetable, state, begun));
    }

    /** Determines the next run after an ended run whose node died before it could do so. */
    private Optional<NextRun> nextAfter(RecordedRun ended, RunTimetable timetable, RunState state) {
        RecordedRun.End end = ended.end().orElseThrow();
        return next(timetable, state, end.outcome(), left(records.findUnfinished(ended.id())), ended.beganAt(), now());
    }

    private Optional<NextRun> beginOrWait(
            ScheduledJob job, RunKey key, RunTimetable timetable, RunState state, Optional<RecordedRun> begun) {
        Instant now = now();
        if (stop.isRequested()) {
            return Optional.of(new NextRun(now, state));
        }
        RunTimetable.StartDecision startDecision = timetable.begin(state, now, begun.isPresent());
        if (startDecision instanceof RunTimetable.StartDecision.Wait wait) {
            return Optional.of(wait.until());
        }
        if (startDecision instanceof RunTimetable.StartDecision.Skip skip) {
            state.due().filter(due -> begun.isEmpty() && !state.isRetry()).ifPresent(due -> {
                LOG.warn("{} was due at {} and could not begin in time; it is skipped as configured", key, due);
                records.missed(key, due, now, node);
                ended.notifyListeners(key, RunOutcome.MISSED, Duration.ZERO);
            });
            return skip.next();
        }
        RunState begins = ((RunTimetable.StartDecision.Begin) startDecision).state();
        // the next due run replaces a late retry; another node may have begun that run and died
        return begins.equals(state) ? run(job, key, timetable, state, begun, now) : resume(job, key, timetable, begins);
    }

    private Optional<NextRun> run(
            ScheduledJob job,
            RunKey key,
            RunTimetable timetable,
            RunState state,
            Optional<RecordedRun> begun,
            Instant now) {
        Instant due = state.due().orElseThrow();
        Optional<Instant> resumedSince = records.findFirstBegin(key, due);
        Optional<Long> stopped = records.findStopped(key, due, state.attempt());
        begun.ifPresent(dead -> records.takeOver(dead, node));
        int deaths = begun.map(dead -> dead.deaths() + 1).orElse(0);
        long run = begun.map(RecordedRun::id).orElseGet(() -> records.begin(key, due, state.attempt(), now, node));
        long startedAt = System.nanoTime();
        RunReport report = deaths < MAX_DEATHS
                ? report(
                        job,
                        new RunRequest(RunId.scheduled(stopped.orElse(run)), only(key, state), resumedSince),
                        run,
                        key)
                : new RunReport(0, List.of(new UnfinishedWork(key.insurer(), DEATHS_PROBLEM)));
        Set<String> left = left(report.left());
        RunOutcome outcome =
                left.isEmpty() ? RunOutcome.DONE : isStopped(report) ? RunOutcome.STOPPED : RunOutcome.LEFT;
        Instant end = now();
        Map<String, Instant> failing = RunTimetable.failing(state, left, end);
        records.end(run, deaths, node, new RecordedRun.End(end, outcome, report.done()), report.left(), failing);
        ended.notifyListeners(key, outcome, Duration.ofNanos(System.nanoTime() - startedAt));
        return next(
                timetable, state, outcome, left, begun.map(RecordedRun::beganAt).orElse(now), end);
    }

    /** True also if another node that worked on the run was told to stop. */
    private boolean isStopped(RunReport report) {
        return stop.isRequested()
                || report.left().stream().map(UnfinishedWork::what).allMatch(StopRequest.STOPPED::equals);
    }

    private static Optional<NextRun> next(
            RunTimetable timetable,
            RunState state,
            RunOutcome outcome,
            Set<String> left,
            Instant begun,
            Instant ended) {
        return outcome == RunOutcome.STOPPED
                ? Optional.of(timetable.afterStop(state, left, ended))
                : timetable.after(state, left, begun, ended);
    }

    private RunReport report(ScheduledJob job, RunRequest request, long run, RunKey key) {
        return LogContext.with(
                Field.RUN,
                run,
                () -> progress.during(
                        key.job(),
                        run,
                        key.insurer(),
                        () -> key.insurer()
                                .map(insurer ->
                                        LogContext.with(Field.INSURER, insurer, () -> attempt(job, request, key)))
                                .orElseGet(() -> attempt(job, request, key))));
    }

    private static RunReport attempt(ScheduledJob job, RunRequest request, RunKey key) {
        try {
            return job.run(request);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn("A run of {} failed", key.job(), e);
            return new RunReport(0, List.of(new UnfinishedWork(key.insurer(), FailureMessages.cause(e))));
        }
    }

    /** Returns the insurers to run for; empty for all. A retry is for those that failed, unless work for all failed. */
    private static Optional<Set<InsurerCode>> only(RunKey key, RunState state) {
        if (key.insurer().isPresent()) {
            return key.insurer().map(Set::of);
        }
        Set<String> failing = state.failing().keySet();
        return state.isRetry() && !failing.contains(RunState.ALL)
                ? Optional.of(failing.stream().map(InsurerCode::new).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Set<String> left(List<UnfinishedWork> left) {
        return left.stream().map(UnfinishedWork::storedName).collect(Collectors.toSet());
    }

    private Instant now() {
        return clock.instant();
    }
}
