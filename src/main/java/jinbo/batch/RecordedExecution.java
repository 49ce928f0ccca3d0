package jinbo.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An execution of a Batch job as it is recorded.
 *
 * @param id its number, which the log's lines bear
 * @param job the Batch job's name
 * @param of what it works on: the job's parameters
 * @param status Batch's
 * @param beganAt when
 * @param endedAt when; empty as long as it has not
 * @param steps in their order
 */
public record RecordedExecution(
        long id,
        String job,
        Map<String, String> of,
        String status,
        Optional<Instant> beganAt,
        Optional<Instant> endedAt,
        List<Step> steps) {

    /**
     * A step.
     *
     * @param name the step's
     * @param status Batch's
     * @param beganAt when
     * @param endedAt when; empty as long as it has not
     */
    public record Step(String name, String status, Optional<Instant> beganAt, Optional<Instant> endedAt) {}
}
