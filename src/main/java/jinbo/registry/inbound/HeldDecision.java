package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/** The answer is the resulting one; a released file is registered at this time. */
public record HeldDecision(long inboundFile, int answer, Kind kind, String reason, Actor by, Instant at) {

    public enum Kind {
        RELEASE,
        REFUSE
    }
}
