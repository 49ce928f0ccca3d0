package jinbo.participant.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Refuses replayed documents: accepts each signed document once, only for a short time after it was signed, and none
 * that was signed before this process started. Decisions are also stored by nonce, so that other nodes refuse them,
 * too. The nonces of each person are limited separately, so that nobody can use up the memory of others.
 */
@Component
class FreshDocuments {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    /** How many nonces are remembered for one person: enough for 33 documents a second, in a few megabytes. */
    static final int MOST = 10_000;

    private final Clock clock;
    private final Instant since;
    private final Map<String, Map<String, Instant>> seen = new HashMap<>();

    FreshDocuments(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Throws {@link OperationException} for an old, future or used document; call after verifying the signature. */
    synchronized void requireFresh(Signer signer) {
        Instant now = clock.instant();
        if (signer.at().isBefore(since)
                || Duration.between(signer.at(), now).abs().compareTo(GOOD_FOR) > 0) {
            throw new OperationException(OperationError.SIGNED_AT_OTHER_TIME, signer.at(), now);
        }
        if (!signer.nonce().matches("[0-9a-f]{32}")) {
            throw new OperationException(OperationError.SIGNER_INCOMPLETE);
        }
        Map<String, Instant> ofPerson = seen.computeIfAbsent(signer.by(), name -> new HashMap<>());
        if (ofPerson.size() >= MOST) {
            ofPerson.values().removeIf(at -> Duration.between(at, now).compareTo(GOOD_FOR) > 0);
        }
        if (ofPerson.size() >= MOST) {
            throw new OperationException(OperationError.TOO_MANY);
        }
        if (ofPerson.putIfAbsent(signer.nonce(), signer.at()) != null) {
            throw new OperationException(OperationError.CAME_BEFORE);
        }
    }
}
