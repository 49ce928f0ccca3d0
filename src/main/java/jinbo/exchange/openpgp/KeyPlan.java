package jinbo.exchange.openpgp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a new key is to say of itself; times are kept to the second, as OpenPGP does.
 *
 * @param signsFrom from when on its owner signs with it, where that is later than its making
 * @param until when it ends; empty if it does not
 */
public record KeyPlan(String userId, Instant createdAt, Optional<Instant> signsFrom, Optional<Instant> until) {

    /** @throws IllegalArgumentException if it would end before it is made, or before it signs */
    public KeyPlan {
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        signsFrom = signsFrom.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        until = until.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        Instant begin = signsFrom.filter(createdAt::isBefore).orElse(createdAt);
        if (until.filter(end -> !end.isAfter(begin)).isPresent()) {
            throw new IllegalArgumentException("A key that ends at " + until.get() + " cannot sign from " + begin);
        }
    }

    /** A key that signs at once and has no end. */
    public KeyPlan(String userId, Instant createdAt) {
        this(userId, createdAt, Optional.empty(), Optional.empty());
    }
}
