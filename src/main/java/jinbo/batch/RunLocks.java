package jinbo.batch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<RunId, SingleProcessLock> held = new ConcurrentHashMap<>();
    private final Map<RunId, SingleProcessLock> ofRestarts = new ConcurrentHashMap<>();

    RunLocks(DataSource dataSource, StopRequest stop, Sleeper sleeper) {
        this.dataSource = dataSource;
        this.stop = stop;
        this.sleeper = sleeper;
    }

    /** Returns whether the lock was free within a time. Then the caller must release it. */
    boolean take(RunId run, Duration within) {
        long begun = System.nanoTime();
        boolean taken = tryTake(run);
        while (!taken
                && System.nanoTime() - begun < within.toNanos()
                && !stop.isRequested()
                && sleeper.sleep(POLL_INTERVAL)) {
            taken = tryTake(run);
        }
        return taken;
    }

    boolean tryTake(RunId run) {
        return tryTake(run, held);
    }

    private boolean tryTake(RunId run, Map<RunId, SingleProcessLock> holder) {
        Optional<SingleProcessLock> lock =
                SingleProcessLock.tryTake(dataSource, SingleProcessLock.Task.RUN, run.lockKey());
        lock.ifPresent(own -> holder.put(run, own));
        return lock.isPresent();
    }

    void release(RunId run) {
        Optional.ofNullable(held.remove(run)).ifPresent(SingleProcessLock::close);
    }

    @Override
    public void beforeJob(JobExecution execution) {
        RunId.of(execution)
                .filter(run -> !held.containsKey(run) && !tryTake(run, ofRestarts))
                .ifPresent(run -> {
                    throw new JobRuns.RunUnderWayException(
                            execution.getJobInstance().getJobName());
                });
    }

    @Override
    public void afterJob(JobExecution execution) {
        RunId.of(execution).map(ofRestarts::remove).ifPresent(SingleProcessLock::close);
    }
}
