package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file that asks an insurer about cases and notifies it of decisions; its sealed bytes are durable in the spool.
 *
 * @param sequence the number within the insurer's files, from 1
 * @param spooledAs path below the spool folder
 * @param size bytes after sealing
 * @param sha256 hash of the sealed bytes
 * @param accessLogId the result of the access to the numbers in the file
 * @param deliveredAt when it was put on the drop
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
