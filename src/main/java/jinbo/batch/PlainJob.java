package jinbo.batch;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Does steps in their order, those left out that an earlier execution has completed. As {@link PlainStep}, it is recorded before it
 * begins and when it has ended; Batch's simple job reads and writes ten times more.
 */
final class PlainJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PlainJob.class);

    private final String name;
    private final List<PlainStep> steps;
    private final JobRepository repository;
    private final EarlierExecutions earlier;
    private final Clock machine;

    PlainJob(String name, List<PlainStep> steps, JobRepository repository, EarlierExecutions earlier, Clock machine) {
        this.name = name;
        this.steps = List.copyOf(steps);
        this.repository = repository;
        this.earlier = earlier;
        this.machine = machine;
    }

    @Override
    public String getName() {
        return name;
    }

    /** What fails is told by the execution; lines that are logged meanwhile carry its number. */
    @Override
    public void execute(JobExecution execution) {
        MDC.put(LogContext.Field.EXECUTION.key(), Long.toString(execution.getId()));
        try {
            LOG.info("{} begins with {}", name, execution.getJobParameters());
            execution.setStartTime(LocalDateTime.now(machine));
            execution.setStatus(BatchStatus.STARTED);
            doSteps(execution);
            execution.setEndTime(LocalDateTime.now(machine));
            repository.update(execution);
            LOG.info("{} has ended: {}", name, execution.getStatus());
        } finally {
            MDC.remove(LogContext.Field.EXECUTION.key());
        }
    }

    private void doSteps(JobExecution execution) {
        try {
            Set<String> done = earlier.stepsDoneOf(execution.getJobInstance());
            for (PlainStep step : steps) {
                if (!done.contains(step.getName())) {
                    StepExecution one = repository.createStepExecution(step.getName(), execution);
                    step.execute(one);
                    if (one.getStatus() != BatchStatus.COMPLETED) {
                        execution.setStatus(one.getStatus());
                        execution.setExitStatus(one.getExitStatus());
                        return;
                    }
                }
            }
            execution.setStatus(BatchStatus.COMPLETED);
            execution.setExitStatus(ExitStatus.COMPLETED);
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", name, e);
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(ExitStatus.FAILED.addExitDescription(e));
            execution.addFailureException(e);
        }
    }
}
