package jinbo.batch;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A step that does one thing. Its record is made before, as Batch makes it, and written once more when it has ended: no chunks are
 * counted, no context is kept, and one that a process died over is repeated whatever its record says. Batch's own tasklet step
 * writes some five times, each time in a transaction.
 */
public final class PlainStep implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(PlainStep.class);

    private final String name;
    private final Consumer<JobParameters> work;
    private final JobRepository repository;
    private final Clock machine;

    PlainStep(String name, Consumer<JobParameters> work, JobRepository repository, Clock machine) {
        this.name = name;
        this.work = work;
        this.repository = repository;
        this.machine = machine;
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whatever fails is told by the execution, as Batch wants it. */
    @Override
    public void execute(StepExecution execution) {
        execution.setStartTime(LocalDateTime.now(machine));
        execution.setStatus(BatchStatus.STARTED);
        try {
            work.accept(execution.getJobParameters());
            execution.setStatus(BatchStatus.COMPLETED);
            execution.setExitStatus(ExitStatus.COMPLETED);
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "The step {} of {} failed",
                    name,
                    execution.getJobExecution().getJobInstance(),
                    e);
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(ExitStatus.FAILED.addExitDescription(e));
            execution.addFailureException(e);
        }
        execution.setEndTime(LocalDateTime.now(machine));
        try {
            repository.update(execution);
        } catch (RuntimeException | Error e) {
            LOG.error("How the step {} ended could not be recorded", name, e);
            execution.setStatus(BatchStatus.UNKNOWN);
            execution.setExitStatus(ExitStatus.UNKNOWN);
            execution.addFailureException(e);
        }
    }
}
