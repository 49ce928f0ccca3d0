package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * The procedure after the database was restored from an older backup, from the first sign until operators end it.
 *
 * @param insurer the insurer whose drop or spool has the first sign
 * @param seen the file that was the first sign
 * @param corroboration further evidence; empty while only files on that insurer's drop show the restore
 */
public record Recovery(
        long id,
        Instant noticedAt,
        InsurerCode insurer,
        String seen,
        Optional<Evidence> corroboration,
        Optional<Settlement> settled) {

    /** Who has ended a recovery, and why; {@code force} if some work was left undone. */
    public record Settlement(Instant at, String by, String reason, boolean force) {}

    public boolean isOpen() {
        return settled.isEmpty();
    }

    /** True if no insurer may get a list. */
    public boolean stopsAllPublishing() {
        return isOpen() && corroboration.isPresent();
    }

    /** True if this insurer may get no list. */
    public boolean stopsPublishingFor(InsurerCode one) {
        return stopsAllPublishing() || isOpen() && insurer.equals(one);
    }

    /** Evidence of the restore. Files on one drop alone are no evidence: the drop's owner may have put them there. */
    public enum Evidence {
        /** Lists in the spool, or the record of the highest sent sequence, are newer than the database. */
        SPOOL,
        /** Another insurer's drop has unrecorded files, too. */
        SECOND_DROP,
        /** The access log is older than a signed tree head, or was so until people accepted the alarm. */
        CHECKPOINT,
        /** The insurer has acknowledged an unrecorded list. */
        ACKNOWLEDGEMENT,
        /** An older version of the program, which did not look for evidence, recorded the recovery. */
        NOTICED_BEFORE
    }
}
