package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/**
 * What an operator decided about a held file.
 *
 * @param inboundFile the file
 * @param answer the number of the answer that follows from it
 * @param kind release or refuse
 * @param reason why, in the operator's words
 * @param by who
 * @param at when; a released file's registrations are registered on this day
 */
public record HeldDecision(long inboundFile, int answer, Kind kind, String reason, Actor by, Instant at) {

    /** The two things that can be decided. */
    public enum Kind {
        /** The rows are ingested. */
        RELEASE,
        /** The file is refused. */
        REFUSE
    }
}
