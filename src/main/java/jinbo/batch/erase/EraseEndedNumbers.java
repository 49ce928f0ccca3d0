package jinbo.batch.erase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.batch.JobRuns;
import jinbo.batch.RunId;
import jinbo.batch.SingleProcessLock;
import jinbo.batch.erase.EraseEndedJob.EraseRun;
import jinbo.platform.error.FailureMessages;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.ErasureCount;
import jinbo.registry.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs the job {@code erase-ended} ({@link EraseEndedJob}), in one process at a time. */
@Component
public record EraseEndedNumbers(
        DataSource dataSource,
        JobRuns runs,
        @Qualifier(EraseEndedJob.NAME) Job job,
        Erasures erasures,
        DestroyedSubjectKeys destroyed,
        EraseSettings settings,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(EraseEndedNumbers.class);

    public EraseReport run() {
        return run(RunId.newId());
    }

    /** Starts or resumes a run. */
    public EraseReport run(RunId id) {
        LocalDate today = BusinessTime.today(clock);
        EraseRun run = new EraseRun(settings.endedBy(today), settings.lastYearWithoutKey(today));
        return SingleProcessLock.callIfFree(
                dataSource,
                SingleProcessLock.Task.ERASING,
                () -> erase(id, run),
                () -> EraseReport.nothing(
                        run.endedBy(), "another process is erasing; run again after it has finished"));
    }

    private EraseReport erase(RunId id, EraseRun run) {
        ErasureCount before = erasures.soFar();
        Set<Integer> destroyedBefore = destroyed.years();
        Optional<Throwable> failure = runs.run(job, id, run.toParameters()).flatMap(JobRuns::failureOf);
        failure.ifPresent(why -> LOG.warn("The erasure of numbers ended before {} is incomplete", run.endedBy(), why));
        ErasureCount after = erasures.soFar();
        List<Integer> destroyedNow = destroyed.years().stream()
                .filter(year -> !destroyedBefore.contains(year))
                .sorted()
                .toList();
        return new EraseReport(
                run.endedBy(),
                after.numbers() - before.numbers(),
                after.registrations() - before.registrations(),
                destroyedNow,
                failure.map(FailureMessages::cause));
    }

    /** What a run has erased. Numbers were due whose blocks had all ended before {@code endedBy}. */
    public record EraseReport(
            LocalDate endedBy,
            long numbers,
            long registrations,
            List<Integer> keysDestroyed,
            Optional<String> problem) {

        public EraseReport {
            keysDestroyed = List.copyOf(keysDestroyed);
        }

        static EraseReport nothing(LocalDate endedBy, String problem) {
            return new EraseReport(endedBy, 0, 0, List.of(), Optional.of(problem));
        }
    }
}
