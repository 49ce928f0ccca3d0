package jinbo.accesslog;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends old accesses whose process may have died. If one still runs, its permit becomes void and it cannot commit. */
@Component
public record FailStaleAccesses(AccessLog log, OpenAccesses open) {

    /** Ends the role's open accesses that began before a time, as {@link AccessLog#ABANDONED}; returns how many. */
    public int of(ActorRole role, Instant begunBefore) {
        return open.of(role, begunBefore).stream().mapToInt(this::abandon).sum();
    }

    private int abandon(long beginEntry) {
        try {
            return log.abandon(List.of(beginEntry));
        } catch (AccessAlreadyEndedException byAnotherProcess) {
            return 0;
        }
    }
}
