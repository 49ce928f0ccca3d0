package jinbo.operator.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One time that a concern came up.
 *
 * @param id its number
 * @param messageId by which receivers tell that they were told already, with what it was told as behind it
 * @param identity which concern
 * @param detail as it was then
 * @param foundAt when it was found
 * @param overAt when it was not found any more
 */
record AlertOccurrence(
        long id,
        UUID messageId,
        AlertIdentity identity,
        Optional<String> detail,
        Instant foundAt,
        Optional<Instant> overAt) {

    /** The concern as it was then, without how many days were left. */
    Alert concern() {
        return new Alert(identity.code(), identity.insurer(), detail, Optional.empty());
    }
}
