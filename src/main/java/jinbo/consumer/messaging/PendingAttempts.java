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

/** The attempts that wait for a delivery receipt, in memory: the newest ones, for a few minutes. */
final class PendingAttempts {

    static final Duration KEPT = Duration.ofMinutes(5);

    static final int MOST = 40_000;

    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);

    private final Clock clock;
    private final Map<String, DeliveryAttempt> deliveryAttempts = new LinkedHashMap<>();
    private boolean dropsLater;

    PendingAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(DeliveryAttempt deliveryAttempt) {
        deliveryAttempts.remove(deliveryAttempt.id());
        deliveryAttempts.put(deliveryAttempt.id(), deliveryAttempt);
        dropOld();
        if (!dropsLater) {
            // attempts must expire even if no other message follows
            dropsLater = true;
            LATER.execute(this::dropLater);
        }
    }

    /** Ends the attempt that a receipt is about; empty if it is unknown, too old or of another gateway. */
    synchronized Optional<DeliveryAttempt> end(String id, String gateway) {
        dropOld();
        return Optional.ofNullable(deliveryAttempts.get(id))
                .filter(deliveryAttempt -> deliveryAttempt.gateway().equals(gateway))
                .filter(this::end);
    }

    synchronized boolean end(DeliveryAttempt deliveryAttempt) {
        deliveryAttempts.remove(deliveryAttempt.id(), deliveryAttempt);
        return deliveryAttempt.end();
    }

    synchronized int size() {
        return deliveryAttempts.size();
    }

    private synchronized void dropLater() {
        dropOld();
        dropsLater = !deliveryAttempts.isEmpty();
        if (dropsLater) {
            LATER.execute(this::dropLater);
        }
    }

    private void dropOld() {
        Instant oldest = clock.instant().minus(KEPT);
        Iterator<DeliveryAttempt> inOrder = deliveryAttempts.values().iterator();
        while (inOrder.hasNext()) {
            boolean tooMany = deliveryAttempts.size() > MOST;
            if (!inOrder.next().at().isBefore(oldest) && !tooMany) {
                return;
            }
            inOrder.remove();
        }
    }
}
