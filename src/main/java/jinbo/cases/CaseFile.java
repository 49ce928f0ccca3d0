package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A sealed file for an insurer, with questions about cases, or decisions and sanctions; durable in the spool.
 *
 * @param sequence the number within the insurer's files, from 1
 * @param spooledAs the path below the spool folder
 * @param accessLogId the id of the result entry for the numbers in the file
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

    public boolean isDelivered() {
        return deliveredAt.isPresent();
    }
}
