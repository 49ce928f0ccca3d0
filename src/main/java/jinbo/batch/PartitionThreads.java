package jinbo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * Works on each partition in a thread of its own and returns when all have ended, whatever becomes of one. Batch's own handler stops
 * waiting when a partition fails before it is recorded, or when its thread is interrupted, and what the partitions share would be
 * closed under those that still work.
 */
final class PartitionThreads extends AbstractPartitionHandler {

    /** Work on a drop ends when it is interrupted, or by its time-outs. */
    private static final int MINUTES_TO_END = 5;

    private final Step worker;

    PartitionThreads(Step worker) {
        this.worker = worker;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution step, Set<StepExecution> partitions)
            throws InterruptedException, ExecutionException {
        if (partitions.isEmpty()) {
            return partitions;
        }
        ExecutorService threads = Executors.newFixedThreadPool(partitions.size());
        Map<String, String> about = LogContext.ofThisThread();
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (StepExecution partition : partitions) {
                pending.add(threads.submit(() -> {
                    LogContext.takeOver(about);
                    execute(worker, partition);
                }));
            }
            for (Future<?> one : pending) {
                one.get();
            }
            return partitions;
        } catch (InterruptedException e) {
            threads.shutdownNow();
            threads.awaitTermination(MINUTES_TO_END, TimeUnit.MINUTES);
            Thread.currentThread().interrupt();
            throw e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Works on a partition in this thread; what cannot be recorded is kept in it. */
    static void execute(Step worker, StepExecution partition) {
        try {
            worker.execute(partition);
        } catch (RuntimeException | Error | JobInterruptedException e) {
            partition.setStatus(BatchStatus.FAILED);
            partition.addFailureException(e);
        }
    }
}
