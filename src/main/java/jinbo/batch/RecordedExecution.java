package jinbo.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * @param id its number, which the log's lines bear
 * @param of what it works on: the job's parameters
 */
public record RecordedExecution(
        long id,
        String job,
        Map<String, String> of,
        String status,
        Optional<Instant> beganAt,
        Optional<Instant> endedAt,
        List<Step> steps) {

    public record Step(String name, String status, Optional<Instant> beganAt, Optional<Instant> endedAt) {}
}
