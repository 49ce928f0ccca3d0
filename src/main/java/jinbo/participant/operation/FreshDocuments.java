package jinbo.participant.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets a signed document in once, and not for long after it was signed: what somebody has copied on the way is worth nothing. One
 * that was signed before the process began may have come before. What is decided is kept for good beside that, by its nonce, so that
 * another node lets nobody decide it twice. What came is remembered for each person apart, so that nobody keeps out what others sign.
 */
@Component
class FreshDocuments {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    /** Of one person: 33 a second, in some megabytes. */
    static final int MOST = 10_000;

    private final Clock clock;
    private final Instant since;
    private final Map<String, Map<String, Instant>> seen = new HashMap<>();

    FreshDocuments(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /**
     * @param signer who has proven to be that person, so that there are no more of them than people
     * @throws OperationException if it is too old, of the future, or came before
     */
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
