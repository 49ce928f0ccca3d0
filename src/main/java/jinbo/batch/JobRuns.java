package jinbo.batch;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Starts and restarts Spring Batch's job instances, including those with an execution whose process has died.
 * {@link JobOperator} refuses to restart while an execution counts as running or {@code UNKNOWN}. This class marks it
 * as failed, under the run's lock or the caller's lease: then its process is dead, and all steps can be repeated.
 */
@Component
public class JobRuns {

    /** PostgreSQL notices a vanished machine within 15 seconds (connection options in {@code application.yaml}). */
    private static final Duration VANISHED_AFTER = Duration.ofSeconds(30);

    private final JobOperator operator;
    private final JobRepository repository;
    private final RunLocks locks;
    private final Fence fence;

    JobRuns(JobOperator operator, JobRepository repository, RunLocks locks, Fence fence) {
        this.operator = operator;
        this.repository = repository;
        this.locks = locks;
        this.fence = fence;
    }

    /** Runs a job under the caller's lease and returns its failure; empty if it is complete. */
    public Optional<Throwable> runUnderLease(Job job, JobParameters parameters) {
        try {
            fence.requireLease();
            return start(job, parameters).flatMap(JobRuns::failureOf).map(fence::causeOf);
        } catch (RuntimeException e) {
            return Optional.of(fence.causeOf(e));
        }
    }

    /**
     * Starts or restarts a run.
     *
     * @param inputs what the steps need to know; not identifying, and recorded with each execution of the run
     * @return empty if this run is already complete
     * @throws RunUnderWayException if another process executes this run
     */
    public Optional<JobExecution> run(Job job, RunId run, JobParameters inputs) {
        return locks.with(run, VANISHED_AFTER, () -> runLocked(job, run, inputs))
                .orElseThrow(() -> new RunUnderWayException(job.getName()));
    }

    private Optional<JobExecution> runLocked(Job job, RunId run, JobParameters inputs) {
        try {
            repository.findRunningJobExecutions(job.getName()).forEach(this::failIfAbandoned);
            return start(job, run.with(inputs));
        } catch (TransactionException e) {
            throw new DataAccessResourceFailureException("A run of " + job.getName() + " cannot be recorded", e);
        }
    }

    /** Throws the failure if the execution is not complete. */
    public static void requireComplete(JobExecution execution) {
        failureOf(execution).ifPresent(failure -> {
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        });
    }

    /** Returns why an execution failed; empty if it is complete. */
    public static Optional<Throwable> failureOf(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return Optional.empty();
        }
        return Stream.concat(
                        execution.getStepExecutions().stream()
                                .sorted(Comparator.comparing(StepExecution::getId))
                                .flatMap(step -> step.getFailureExceptions().stream()),
                        execution.getFailureExceptions().stream())
                .findFirst()
                .or(() -> Optional.of(new IllegalStateException(
                        "Execution " + execution.getId() + " ended with status " + execution.getStatus())));
    }

    /** Returns the write count of a step. */
    public static long written(JobExecution execution, String step) {
        return execution.getStepExecutions().stream()
                .filter(done -> done.getStepName().equals(step))
                .mapToLong(StepExecution::getWriteCount)
                .sum();
    }

    private Optional<JobExecution> start(Job job, JobParameters parameters) {
        Optional<JobInstance> known = Optional.ofNullable(repository.getJobInstance(job.getName(), parameters));
        Optional<JobExecution> last = known.map(repository::getLastJobExecution);
        if (last.filter(execution -> execution.getStatus() == BatchStatus.COMPLETED)
                .isPresent()) {
            return Optional.empty();
        }
        last.ifPresent(this::fail);
        // Spring Batch cannot start an instance without execution, which is left if a process dies between two inserts
        known.filter(instance -> last.isEmpty()).ifPresent(repository::deleteJobInstance);
        try {
            return Optional.of(operator.start(job, parameters));
        } catch (JobExecutionException e) {
            throw new IllegalStateException(job.getName() + " could not be started", e);
        } finally {
            ExecutionLog.forget();
        }
    }

    private void failIfAbandoned(JobExecution running) {
        RunId.of(running).flatMap(locks::tryTake).ifPresent(lock -> {
            try {
                // the execution may have ended since the query
                Optional.ofNullable(repository.getJobExecution(running.getId()))
                        .filter(now -> isOpen(now.getStatus()))
                        .ifPresent(this::fail);
            } finally {
                lock.close();
            }
        });
    }

    /** Marks an abandoned execution as failed. {@link JobOperator#recover} would work only once for each instance. */
    private void fail(JobExecution left) {
        left.getStepExecutions().forEach(this::fail);
        if (isOpen(left.getStatus())) {
            left.setStatus(BatchStatus.FAILED);
            left.setEndTime(left.getLastUpdated());
            repository.update(left);
        }
    }

    /** Retries if another node records the end of the partition at the same time. */
    private void fail(StepExecution left) {
        StepExecution step = left;
        while (isOpen(step.getStatus())) {
            step.setStatus(BatchStatus.FAILED);
            step.setEndTime(step.getLastUpdated());
            try {
                repository.update(step);
            } catch (OptimisticLockingFailureException e) {
                step = repository.getStepExecution(left.getId());
            }
        }
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    public static final class RunUnderWayException extends RuntimeException {

        RunUnderWayException(String job) {
            super("Another process is running " + job + "; run again after it has finished");
        }
    }
}
