package jinbo.accesslog;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends old accesses without a lease. If one still runs, its permit becomes void and its writes are not committed. */
@Component
public record FailStaleAccesses(AccessLog log, OpenAccesses open) {

    /** Ends a role's accesses from before a time with {@link AccessLog#ABANDONED}; returns their number. */
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
