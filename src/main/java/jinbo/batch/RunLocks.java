package jinbo.batch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.exchange.sftp.Sleeper;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Locks runs, so that one process at a time executes a run, and a free lock shows that its process has died. {@link
 * JobRuns} takes the lock before it looks at old executions; a restart by Spring Batch takes it with the execution.
 */
@Component
public class RunLocks implements JobExecutionListener {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final StopRequest stop;
    private final Sleeper sleeper;
    /** The runs that {@link JobRuns} executes in this process, under locks that it holds itself. */
    private final Set<RunId> executing = ConcurrentHashMap.newKeySet();

    private final Map<Long, SingleProcessLock> ofRestarts = new ConcurrentHashMap<>();

    RunLocks(DataSource dataSource, StopRequest stop, Sleeper sleeper) {
        this.dataSource = dataSource;
        this.stop = stop;
        this.sleeper = sleeper;
    }

    /** Does work under the lock of a run; empty if the lock was not free within a time. */
    <T> Optional<T> with(RunId run, Duration within, Supplier<T> work) {
        return take(run, within).map(lock -> {
            executing.add(run);
            try {
                return work.get();
            } finally {
                executing.remove(run);
                lock.close();
            }
        });
    }

    private Optional<SingleProcessLock> take(RunId run, Duration within) {
        long begun = System.nanoTime();
        Optional<SingleProcessLock> lock = tryTake(run);
        while (lock.isEmpty()
                && System.nanoTime() - begun < within.toNanos()
                && !stop.isRequested()
                && sleeper.sleep(POLL_INTERVAL)) {
            lock = tryTake(run);
        }
        return lock;
    }

    /** Returns the lock, which the caller must close; empty if it is taken. */
    Optional<SingleProcessLock> tryTake(RunId run) {
        return SingleProcessLock.tryTake(dataSource, SingleProcessLock.Task.RUN, run.lockKey());
    }

    @Override
    public void beforeJob(JobExecution execution) {
        RunId.of(execution)
                .filter(run -> !executing.contains(run))
                .ifPresent(run -> ofRestarts.put(
                        execution.getId(),
                        tryTake(run)
                                .orElseThrow(() -> new JobRuns.RunUnderWayException(
                                        execution.getJobInstance().getJobName()))));
    }

    @Override
    public void afterJob(JobExecution execution) {
        Optional.ofNullable(ofRestarts.remove(execution.getId())).ifPresent(SingleProcessLock::close);
    }
}
