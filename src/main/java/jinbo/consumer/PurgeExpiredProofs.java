package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes expired codes, proofs and counts: every ten minutes while codes are sent, and with the daily erasure. */
@Component
public class PurgeExpiredProofs {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final CodeChallenges challenges;
    private final NumberProofs proofs;
    private final VisitorCounts counts;
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    PurgeExpiredProofs(CodeChallenges challenges, NumberProofs proofs, VisitorCounts counts, Clock clock) {
        this.challenges = challenges;
        this.proofs = proofs;
        this.counts = counts;
        this.clock = clock;
    }

    void purgeIfDue() {
        if (isTime()) {
            now();
        }
    }

    public void now() {
        Instant now = clock.instant();
        challenges.deleteBefore(now.minus(CodeChallenges.KEPT));
        proofs.deleteExpired(now);
        counts.deleteEndedBy(now);
    }

    private synchronized boolean isTime() {
        Instant now = clock.instant();
        boolean isTime = Duration.between(last, now).compareTo(INTERVAL) >= 0;
        last = isTime ? now : last;
        return isTime;
    }
}
