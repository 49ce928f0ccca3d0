package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Set;

/**
 * For whom and as which file content is sealed.
 *
 * @param fileName the name on the drop, signed as notation {@code file@exchange.jinbo}
 * @param at the time of the signature, at which all keys must be valid
 */
public record SealRequest(String fileName, Set<Certificate> recipients, Instant at) {

    public SealRequest {
        recipients = Set.copyOf(recipients);
        if (recipients.isEmpty() || fileName.isBlank()) {
            throw new IllegalArgumentException("An envelope needs a file name and at least one recipient");
        }
    }
}
