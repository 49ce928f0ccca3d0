package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file that asks an insurer about cases and tells it of decisions, whose sealed bytes are durable in the spool.
 *
 * @param sequence which of this insurer's it is, from 1
 * @param spooledAs its path below the spool folder
 * @param size of the sealed bytes
 * @param sha256 of the sealed bytes
 * @param accessLogId the result of the access by which its numbers were handed over
 * @param deliveredAt since when it lies on the drop, if it does
 */
public record CaseFile(
        InsurerCode insurer,
        int sequence,
        String name,
        String spooledAs,
        long size,
        String sha256,
        Instant sealedAt,
        long accessLogId,
        Optional<Instant> deliveredAt) {

    /** Whether it lies on the drop. */
    public boolean isDelivered() {
        return deliveredAt.isPresent();
    }
}
