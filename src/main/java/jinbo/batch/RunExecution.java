package jinbo.batch;

import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.stereotype.Component;

/**
 * Starts a job instance, or goes on with it where an earlier execution ended. Whoever calls holds the lease for what the
 * instance works on, so an execution that still counts as running belongs to a process that is dead.
 */
@Component
public class RunExecution {

    private final JobRepository repository;
    private final EarlierExecutions earlier;
    private final Fence fence;

    RunExecution(JobRepository repository, EarlierExecutions earlier, Fence fence) {
        this.repository = repository;
        this.earlier = earlier;
        this.fence = fence;
    }

    /**
     * Runs to the end.
     *
     * @return why it failed; empty if it is complete
     */
    public Optional<Throwable> run(Job job, JobParameters parameters) {
        return runToTheEnd(job, parameters)
                .map(failure -> fence.findLeaseLoss()
                        .<Throwable>map(lost -> because(lost, failure))
                        .orElse(failure));
    }

    /**
     * Runs to the end a job that works for no single insurer and so needs no lease; whoever calls sees to it that no other
     * process runs it.
     *
     * @return why it failed; empty if it is complete
     */
    public Optional<Throwable> runWithoutLease(Job job, JobParameters parameters) {
        return startOrGoOn(job, parameters);
    }

    /** Who has lost the lease fails in many ways, in Batch's own tables too; what an operator needs to know is the one cause. */
    private static LeaseLostException because(LeaseLostException lost, Throwable seen) {
        if (seen != lost) {
            lost.addSuppressed(seen);
        }
        return lost;
    }

    private Optional<Throwable> runToTheEnd(Job job, JobParameters parameters) {
        try {
            fence.requireLease();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
        return startOrGoOn(job, parameters);
    }

    private Optional<Throwable> startOrGoOn(Job job, JobParameters parameters) {
        try {
            Optional<String> last = earlier.lastStatusOf(job.getName(), parameters);
            if (last.filter(BatchStatus.COMPLETED.name()::equals).isPresent()) {
                return Optional.empty();
            }
            JobInstance instance = last.isEmpty()
                    ? repository.createJobInstance(job.getName(), parameters)
                    : takenOver(repository.getJobInstance(job.getName(), parameters));
            JobExecution execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
            job.execute(execution);
            return failureOf(execution);
        } catch (JobExecutionException | RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** The instance, ready for another execution; a process may have died before it had one. */
    private JobInstance takenOver(JobInstance instance) {
        Optional.ofNullable(repository.getLastJobExecution(instance)).ifPresent(this::takeOver);
        return instance;
    }

    /**
     * Lets an execution be restarted whatever became of it. Batch refuses one that it still believes to run, and one whose
     * transaction ended with a broken connection ({@code UNKNOWN}), because a step might then have done half its work; ours
     * may all be repeated. Its own {@code recover} leaves {@code UNKNOWN} as it is.
     */
    private void takeOver(JobExecution left) {
        for (StepExecution step : left.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(step.getLastUpdated());
                repository.update(step);
            }
        }
        if (left.getStatus().isRunning() || left.getStatus() == BatchStatus.UNKNOWN) {
            left.setStatus(BatchStatus.FAILED);
            left.setEndTime(left.getLastUpdated());
            repository.update(left);
        }
    }

    private static Optional<Throwable> failureOf(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return Optional.empty();
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        return Optional.of(
                failures.isEmpty()
                        ? new IllegalStateException(
                                "Execution " + execution.getId() + " ended " + execution.getStatus())
                        : failures.get(0));
    }
}
