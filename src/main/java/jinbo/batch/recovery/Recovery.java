package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A restore of the database from an older back-up, from its noticing to its settling. Until it is settled nothing is
 * published. While nothing corroborates it, only the insurer gets no list on whose drop the unknown files lie.
 *
 * @param id its number
 * @param noticedAt when
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
        Optional<RestoreEvidence> corroboration,
        Optional<Settlement> settled) {

    /**
     * An operator's word that all that can be had again has been taken in.
     *
     * @param at when
     * @param by who
     * @param reason why, in the operator's words
     * @param evenSo whether something had not been taken in again
     */
    public record Settlement(Instant at, String by, String reason, boolean evenSo) {}

    /** Whether it is not settled. */
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
}
