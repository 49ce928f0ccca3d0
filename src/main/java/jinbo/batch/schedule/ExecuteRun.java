package jinbo.batch.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/**
 * Has a run whose time has come happen, records how it ended, and says what comes after it. A run that ended on a node which
 * died before it could say so is not repeated.
 */
final class ExecuteRun {

    private static final Logger LOG = LoggerFactory.getLogger(ExecuteRun.class);

    /** Whatever kills a process so often kills the next one, too. */
    private static final int MOST_DEATHS = 3;

    private static final String DIES = "the process that ran it has died " + MOST_DEATHS
            + " times in the middle of it; see log/jinbo.log, and how much memory it may use";

    private final Set<RunKey> underWay = ConcurrentHashMap.newKeySet();
    private final RecordedRuns records;
    private final StopRequest stop;
    private final RunEndNotifier ended;
    private final Clock clock;
    private final RunProgress progress;
    private final String node;

    ExecuteRun(
            RecordedRuns records,
            StopRequest stop,
            RunEndNotifier ended,
            Clock clock,
            RunProgress progress,
            String node) {
        this.records = records;
        this.ended = ended;
        this.stop = stop;
        this.clock = clock;
        this.progress = progress;
        this.node = node;
    }

    boolean isAt(RunKey key) {
        return underWay.contains(key);
    }

    /** What comes next; empty if nothing does. */
    Optional<NextRun> execute(ScheduledJob job, RunKey key, RunTimetable course, RunState state) {
        underWay.add(key);
        try {
            return goOn(job, key, course, state);
        } finally {
            underWay.remove(key);
        }
    }

    /** A run that had begun before is gone on with, and one that had ended is not repeated. */
    private Optional<NextRun> goOn(ScheduledJob job, RunKey key, RunTimetable course, RunState state) {
        Optional<RecordedRun> begun = state.due().flatMap(due -> records.find(key, due, state.attempt()));
        return begun.filter(run -> run.end().isPresent())
                .map(ended -> goOnAfter(ended, course, state))
                .orElseGet(() -> beginOrWait(job, key, course, state, begun));
    }

    /** Its node died before it could say what comes next. */
    private Optional<NextRun> goOnAfter(RecordedRun ended, RunTimetable course, RunState state) {
        RecordedRun.End end = ended.end().orElseThrow();
        return next(course, state, end.outcome(), left(records.findUnfinished(ended.id())), ended.beganAt(), now());
    }

    private Optional<NextRun> beginOrWait(
            ScheduledJob job, RunKey key, RunTimetable course, RunState state, Optional<RecordedRun> begun) {
        Instant now = now();
        if (stop.isRequested()) {
            return Optional.of(new NextRun(now, state));
        }
        RunTimetable.StartDecision startDecision = course.begin(state, now, begun.isPresent());
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
        // a try that has become the next due run: another node may have begun that, and died
        return begins.equals(state) ? run(job, key, course, state, begun, now) : goOn(job, key, course, begins);
    }

    private Optional<NextRun> run(
            ScheduledJob job,
            RunKey key,
            RunTimetable course,
            RunState state,
            Optional<RecordedRun> begun,
            Instant now) {
        Instant due = state.due().orElseThrow();
        Optional<Instant> goesOnSince = records.findFirstBegin(key, due);
        begun.ifPresent(dead -> records.takeOver(dead, node));
        int deaths = begun.map(dead -> dead.deaths() + 1).orElse(0);
        long run = begun.map(RecordedRun::id).orElseGet(() -> records.begin(key, due, state.attempt(), now, node));
        long startedAt = System.nanoTime();
        RunReport report = deaths < MOST_DEATHS
                ? report(job, new RunRequest(RunId.scheduled(run), only(key, state), goesOnSince), run, key)
                : new RunReport(0, List.of(new UnfinishedWork(key.insurer(), DIES)));
        Set<String> left = left(report.left());
        RunOutcome outcome =
                left.isEmpty() ? RunOutcome.DONE : stop.isRequested() ? RunOutcome.STOPPED : RunOutcome.LEFT;
        Instant end = now();
        Map<String, Instant> failing = RunTimetable.failing(state, left, end);
        records.end(run, deaths, node, new RecordedRun.End(end, outcome, report.done()), report.left(), failing);
        ended.notifyListeners(key, outcome, Duration.ofNanos(System.nanoTime() - startedAt));
        return next(
                course, state, outcome, left, begun.map(RecordedRun::beganAt).orElse(now), end);
    }

    private static Optional<NextRun> next(
            RunTimetable course, RunState state, RunOutcome outcome, Set<String> left, Instant begun, Instant ended) {
        return outcome == RunOutcome.STOPPED
                ? Optional.of(course.afterStop(state, left, ended))
                : course.after(state, left, begun, ended);
    }

    private RunReport report(ScheduledJob job, RunRequest request, long run, RunKey key) {
        return LogContext.about(
                Field.RUN,
                run,
                () -> progress.during(
                        key.job(),
                        run,
                        key.insurer(),
                        () -> key.insurer()
                                .map(insurer ->
                                        LogContext.about(Field.INSURER, insurer, () -> tried(job, request, key)))
                                .orElseGet(() -> tried(job, request, key))));
    }

    private static RunReport tried(ScheduledJob job, RunRequest request, RunKey key) {
        try {
            return job.run(request);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn("A run of {} failed", key.job(), e);
            return new RunReport(0, List.of(new UnfinishedWork(key.insurer(), FailureMessages.cause(e))));
        }
    }

    /** A retry is for those whose part was left, unless that was everybody's. */
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
