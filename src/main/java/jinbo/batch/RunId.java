package jinbo.batch;

import java.util.UUID;

/**
 * Identifies a run of a job that works for all.
 *
 * @param value what the parameter of its job instance holds
 */
public record RunId(String value) {

    /** A run that nobody goes on with. */
    public static RunId newId() {
        return new RunId("manual-" + UUID.randomUUID());
    }

    /** A run that the schedule has begun, and that another node goes on with if this one dies. */
    public static RunId scheduled(long run) {
        return new RunId("scheduled-" + run);
    }

    /** For the lock of whoever is at it. Of two runs that share a key by chance, the second one is refused while the first is under way. */
    int lockKey() {
        return value.hashCode();
    }
}
