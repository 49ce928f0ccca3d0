package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/**
 * @param answer the number of the answer that follows from it
 * @param at when; a released file's registrations are registered on this day
 */
public record HeldDecision(long inboundFile, int answer, Kind kind, String reason, Actor by, Instant at) {

    public enum Kind {
        RELEASE,
        REFUSE
    }
}
