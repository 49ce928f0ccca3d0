package jinbo.consumer.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The attempts that gateways may still report on: the newest ones, in memory alone, each for a few minutes. */
final class PendingAttempts {

    static final Duration KEPT = Duration.ofMinutes(5);

    /** A hundred a second for as long as they are kept, and some more. */
    static final int MOST = 40_000;

    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);

    private final Clock clock;
    private final Map<String, DeliveryAttempt> attempts = new LinkedHashMap<>();
    private boolean dropsLater;

    PendingAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(DeliveryAttempt attempt) {
        attempts.remove(attempt.id());
        attempts.put(attempt.id(), attempt);
        dropOld();
        if (!dropsLater) {
            // nothing may stay because no other message follows
            dropsLater = true;
            LATER.execute(this::dropLater);
        }
    }

    /** Ends the attempt that a gateway reports on; empty if it is not known, or is not that gateway's, or is too old. */
    synchronized Optional<DeliveryAttempt> end(String id, String gateway) {
        dropOld();
        return Optional.ofNullable(attempts.get(id))
                .filter(attempt -> attempt.gateway().equals(gateway))
                .filter(this::end);
    }

    /** Ends an attempt; false if it was ended already. */
    synchronized boolean end(DeliveryAttempt attempt) {
        attempts.remove(attempt.id(), attempt);
        return attempt.end();
    }

    synchronized int size() {
        return attempts.size();
    }

    private synchronized void dropLater() {
        dropOld();
        dropsLater = !attempts.isEmpty();
        if (dropsLater) {
            LATER.execute(this::dropLater);
        }
    }

    private void dropOld() {
        Instant oldest = clock.instant().minus(KEPT);
        Iterator<DeliveryAttempt> inOrder = attempts.values().iterator();
        while (inOrder.hasNext()) {
            boolean tooMany = attempts.size() > MOST;
            if (!inOrder.next().at().isBefore(oldest) && !tooMany) {
                return;
            }
            inOrder.remove();
        }
    }
}
