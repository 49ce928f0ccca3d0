package jinbo.participant.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets a signed document in once, and not for long after it was signed: what somebody has copied on the way is worth nothing. What is
 * decided is kept for good beside that, by its nonce, so that a restart or another node lets nobody decide it twice.
 */
@Component
class FreshDocuments {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int MOST = 100_000;

    private final Clock clock;
    private final Map<String, Instant> seen = new HashMap<>();

    FreshDocuments(Clock clock) {
        this.clock = clock;
    }

    /** @throws UnreadableDocumentException if it is too old, of the future, or came before */
    synchronized void requireFresh(Signer signer) {
        Instant now = clock.instant();
        if (Duration.between(signer.at(), now).abs().compareTo(GOOD_FOR) > 0) {
            throw new UnreadableDocumentException("it was signed at " + signer.at() + ", and it is " + now);
        }
        if (!signer.nonce().matches("[0-9a-f]{32}")) {
            throw new UnreadableDocumentException("its nonce has not 32 hex digits");
        }
        seen.values().removeIf(at -> Duration.between(at, now).compareTo(GOOD_FOR) > 0);
        if (seen.size() >= MOST) {
            throw new UnreadableDocumentException("too many came within five minutes");
        }
        if (seen.putIfAbsent(signer.nonce(), signer.at()) != null) {
            throw new UnreadableDocumentException("it came before");
        }
    }
}
