package jinbo.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** Those of the newest instances of each job, the newest first; an instance that was gone on with has several. */
    public List<RecordedExecution> newest(int most) {
        return repository.getJobNames().stream()
                .flatMap(job -> repository.getJobInstances(job, 0, most).stream())
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .sorted(Comparator.comparingLong(JobExecution::getId).reversed())
                .limit(most)
                .map(RecordedExecutions::execution)
                .toList();
    }

    private static RecordedExecution execution(JobExecution execution) {
        Map<String, String> of = new TreeMap<>();
        execution
                .getJobParameters()
                .parameters()
                .forEach(parameter -> of.put(parameter.name(), String.valueOf(parameter.value())));
        return new RecordedExecution(
                execution.getId(),
                execution.getJobInstance().getJobName(),
                of,
                execution.getStatus().name(),
                instant(execution.getStartTime()),
                instant(execution.getEndTime()),
                execution.getStepExecutions().stream()
                        .sorted(Comparator.comparingLong(StepExecution::getId))
                        .map(RecordedExecutions::step)
                        .toList());
    }

    private static RecordedExecution.Step step(StepExecution step) {
        return new RecordedExecution.Step(
                step.getStepName(),
                step.getStatus().name(),
                step.getReadCount(),
                step.getWriteCount(),
                instant(step.getStartTime()),
                instant(step.getEndTime()));
    }

    /** Batch keeps the machine's local time. */
    private static Optional<Instant> instant(@Nullable LocalDateTime local) {
        return Optional.ofNullable(local)
                .map(time -> time.atZone(ZoneId.systemDefault()).toInstant());
    }
}
