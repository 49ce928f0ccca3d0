package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A restore of the database from an older back-up, from the first sign until it is settled.
 *
 * @param insurer insurer with the first sign
 * @param seen file that was the first sign
 * @param corroboration further evidence; empty while only files on that insurer's drop show the restore
 */
public record Recovery(
        long id,
        Instant noticedAt,
        InsurerCode insurer,
        String seen,
        Optional<Evidence> corroboration,
        Optional<Settlement> settled) {

    /** @param force whether some uploads were not ingested again */
    public record Settlement(Instant at, String by, String reason, boolean force) {}

    public boolean isOpen() {
        return settled.isEmpty();
    }

    /** Whether no insurer gets a list. */
    public boolean stopsAllPublishing() {
        return isOpen() && corroboration.isPresent();
    }

    /** Whether an insurer gets no list. */
    public boolean stopsPublishingFor(InsurerCode one) {
        return stopsAllPublishing() || isOpen() && insurer.equals(one);
    }

    /** Evidence of the restore. Files on one drop are no proof, because its owner may have put them there. */
    public enum Evidence {
        /** Lists in the spool, or the record of the highest sent sequence, are newer than the database. */
        SPOOL,
        /** Another insurer's drop has unrecorded files, too. */
        SECOND_DROP,
        /** The access log is older than a signed tree head, or was until people accepted that. */
        CHECKPOINT,
        /** The insurer has acknowledged an unrecorded list. */
        ACKNOWLEDGEMENT,
        /** A version without this check has recorded the recovery. */
        NOTICED_BEFORE
    }
}
