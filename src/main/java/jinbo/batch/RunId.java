package jinbo.batch;

import java.util.UUID;

/** Identifies a run of a job for all insurers, as a parameter of the Spring Batch job. */
public record RunId(String value) {

    /** A run that no other node continues. */
    public static RunId newId() {
        return new RunId("manual-" + UUID.randomUUID());
    }

    /** A scheduled run, which another node continues if this one dies. */
    public static RunId scheduled(long run) {
        return new RunId("scheduled-" + run);
    }

    /** The key of the run's lock. If two runs share one by chance, only one can be in progress. */
    int lockKey() {
        return value.hashCode();
    }
}
