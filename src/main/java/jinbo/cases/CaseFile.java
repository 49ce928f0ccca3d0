package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file of notices for one insurer; its sealed bytes are durable in the spool.
 *
 * @param sequence the number within the insurer's files, from 1
 * @param spooledAs path below the spool folder
 * @param accessLogId the result of the access to the numbers in the file
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
