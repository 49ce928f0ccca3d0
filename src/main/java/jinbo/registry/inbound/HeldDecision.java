package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/**
 * An operator's decision about a held file.
 *
 * @param answer the number of the answer that results from it
 * @param at for a released file, this becomes the time of registration
 */
public record HeldDecision(long inboundFile, int answer, Kind kind, String reason, Actor by, Instant at) {

    public enum Kind {
        RELEASE,
        REFUSE
    }
}
