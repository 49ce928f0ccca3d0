package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A restore of the database from an older back-up, from its noticing to its settling. Until it is settled nothing is
 * published. While nothing corroborates it, only the insurer gets no list on whose drop the unknown files lie.
 *
 * @param insurer whose drop or spool gave the first sign
 * @param seen the file that was the first sign
 * @param corroboration what else shows it; empty while files on that insurer's drop alone do
 * @param settled how it ended; empty while it is open
 */
public record Recovery(
        long id,
        Instant noticedAt,
        InsurerCode insurer,
        String seen,
        Optional<Evidence> corroboration,
        Optional<Settlement> settled) {

    /**
     * An operator's decision that all that can be had again has been ingested.
     *
     * @param force whether something had not been ingested again
     */
    public record Settlement(Instant at, String by, String reason, boolean force) {}

    public boolean isOpen() {
        return settled.isEmpty();
    }

    /** Whether nobody gets a list. */
    public boolean stopsAllPublishing() {
        return isOpen() && corroboration.isPresent();
    }

    /** Whether an insurer gets no list. */
    public boolean stopsPublishingFor(InsurerCode one) {
        return stopsAllPublishing() || isOpen() && insurer.equals(one);
    }

    /** What else shows that the database is older than what has left: files on one insurer's drop alone are no proof, its owner may have put them there. */
    public enum Evidence {
        /** Lists in our own spool, or its note of the highest sequence that was sent, are newer than their records. */
        SPOOL,
        /** Another insurer's drop holds files that no record knows, too. */
        SECOND_DROP,
        /** The access log is older than a head that was signed, or was until people accepted that. */
        CHECKPOINT,
        /** The insurer has signed that it applied a list that no record knows. */
        ACKNOWLEDGEMENT,
        /** It was noticed by a version that asked for nothing else. */
        NOTICED_BEFORE
    }
}
