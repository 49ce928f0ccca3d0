package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state that is stored between two runs of a job.
 *
 * @param due when the run is due; empty if the calendar was missing
 * @param attempt 0 for the due run, then the number of the retry
 * @param failures how many runs in succession had unfinished work
 * @param failing since when the work for each insurer fails; {@link #ALL} stands for work that concerns all
 */
record RunState(Optional<Instant> due, int attempt, int failures, Map<String, Instant> failing) {

    static final String ALL = "";

    RunState {
        failing = Map.copyOf(failing);
    }

    RunState nextDue(Optional<Instant> next) {
        return new RunState(next, 0, failures, failing);
    }

    boolean isRetry() {
        return attempt > 0;
    }

    /** Stores {@link RunState} as JSON, which operators and other versions can read. */
    static final class RunStateSerializer implements Serializer {

        private final JsonMapper json = JsonMapper.builder().build();

        @Override
        public byte[] serialize(Object data) {
            return json.writeValueAsBytes(data);
        }

        @Override
        public <T> T deserialize(Class<T> kind, byte[] stored) {
            return Optional.ofNullable(stored)
                    .map(bytes -> json.readValue(bytes, kind))
                    .orElse(null);
        }
    }
}
