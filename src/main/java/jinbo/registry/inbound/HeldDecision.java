package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/**
 * @param answer the number of the resulting answer
 * @param at the registration time of a released file
 */
public record HeldDecision(long inboundFile, int answer, Kind kind, String reason, Actor by, Instant at) {

    public enum Kind {
        RELEASE,
        REFUSE
    }
}
