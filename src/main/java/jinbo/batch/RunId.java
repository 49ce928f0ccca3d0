package jinbo.batch;

import java.util.UUID;

/** Identifies a run of a job for all insurers, as a job parameter. */
public record RunId(String value) {

    /** A run that no other node continues. */
    public static RunId newId() {
        return new RunId("manual-" + UUID.randomUUID());
    }

    /** A scheduled run, which another node continues if this one dies. */
    public static RunId scheduled(long run) {
        return new RunId("scheduled-" + run);
    }

    /** If two runs share a key by chance, the second is refused while the first is in progress. */
    int lockKey() {
        return value.hashCode();
    }
}
