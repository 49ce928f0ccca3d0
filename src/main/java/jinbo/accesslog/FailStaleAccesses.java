package jinbo.accesslog;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Ends accesses that no lease belongs to, by their age: whoever began one so long ago has died. One that lives after all does no
 * harm, because its permit opens nothing any more and what it has written is not committed.
 */
@Component
public record FailStaleAccesses(AccessLog log, OpenAccesses open) {

    /**
     * Gives those of a role that were announced before a time the outcome {@link AccessLog#ABANDONED}, each in a transaction of its own.
     *
     * @return how many there were
     * @throws AccessLogUnavailableException if one cannot be ended
     */
    public int of(ActorRole role, Instant announcedBefore) {
        return open.of(role, announcedBefore).stream().mapToInt(this::abandon).sum();
    }

    private int abandon(long intent) {
        try {
            return log.abandon(List.of(intent));
        } catch (AccessAlreadyEndedException byAnotherProcess) {
            return 0;
        }
    }
}
