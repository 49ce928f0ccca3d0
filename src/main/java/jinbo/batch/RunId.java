package jinbo.batch;

import java.util.Optional;
import java.util.UUID;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Identifies a run of a job for all insurers, as a parameter of the Spring Batch job. */
public record RunId(String value) {

    private static final String PARAMETER = "run";

    /** A run that no other node continues. */
    public static RunId newId() {
        return new RunId("manual-" + UUID.randomUUID());
    }

    /** A scheduled run, which another node continues if this one dies. */
    public static RunId scheduled(long run) {
        return new RunId("scheduled-" + run);
    }

    /** Reads the run of an execution; empty for a job without runs. */
    public static Optional<RunId> of(JobExecution execution) {
        return Optional.ofNullable(execution.getJobParameters().getString(PARAMETER))
                .map(RunId::new);
    }

    JobParameters with(JobParameters inputs) {
        return new JobParametersBuilder(inputs).addString(PARAMETER, value).toJobParameters();
    }

    /** The key of the run's lock. If two runs share one by chance, only one can be in progress. */
    int lockKey() {
        return value.hashCode();
    }
}
