package jinbo.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Reads what Spring Batch has recorded of its executions. */
@Component
public class RecordedExecutions {

    private final JobRepository repository;

    RecordedExecutions(JobRepository repository) {
        this.repository = repository;
    }

    /**
     * The executions of the newest instances of each job, the newest first; an instance that was restarted has several.
     *
     * @param most how many instances of a job
     */
    public List<RecordedExecution> newest(int most) {
        return repository.getJobNames().stream()
                .flatMap(job -> repository.getJobInstances(job, 0, most).stream())
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .sorted(Comparator.comparing(JobExecution::getId).reversed())
                .map(RecordedExecutions::execution)
                .toList();
    }

    private static RecordedExecution execution(JobExecution execution) {
        TreeMap<String, String> parameters = new TreeMap<>();
        execution
                .getJobParameters()
                .forEach(parameter -> parameters.put(parameter.name(), String.valueOf(parameter.value())));
        return new RecordedExecution(
                execution.getId(),
                execution.getJobInstance().getJobName(),
                parameters,
                execution.getStatus().name(),
                instant(Optional.ofNullable(execution.getStartTime()).orElse(execution.getCreateTime())),
                instant(execution.getEndTime()),
                execution.getStepExecutions().stream()
                        .sorted(Comparator.comparing(StepExecution::getId))
                        .map(RecordedExecutions::step)
                        .toList());
    }

    private static RecordedExecution.Step step(StepExecution step) {
        return new RecordedExecution.Step(
                step.getStepName(),
                step.getStatus().name(),
                instant(Optional.ofNullable(step.getStartTime()).orElse(step.getCreateTime())),
                instant(step.getEndTime()));
    }

    /** Batch keeps the local time of the machine that ran it; nodes of one exchange have one zone. */
    private static Optional<Instant> instant(@Nullable LocalDateTime time) {
        return Optional.ofNullable(time)
                .map(at -> at.atZone(ZoneId.systemDefault()).toInstant());
    }
}
