package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Set;

/**
 * For whom, under which name and when an envelope is sealed.
 *
 * @param fileName the name that the file will have on the drop, signed as notation {@code file@exchange.jinbo}
 * @param recipients whose keys can open it, at least one
 * @param at the time of the signature, by which the keys are judged, too
 */
public record SealRequest(String fileName, Set<Certificate> recipients, Instant at) {

    /** @throws IllegalArgumentException if there is no recipient or no name */
    public SealRequest {
        recipients = Set.copyOf(recipients);
        if (recipients.isEmpty() || fileName.isBlank()) {
            throw new IllegalArgumentException("An envelope needs a file name and at least one recipient");
        }
    }
}
