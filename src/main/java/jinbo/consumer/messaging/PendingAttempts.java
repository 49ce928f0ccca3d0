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
            // nothing may stay because no other message follows
            dropsLater = true;
            LATER.execute(this::dropLater);
        }
    }

    /** Ends the attempt that a gateway reports on; empty if it is not known, or is not that gateway's, or is too old. */
    synchronized Optional<DeliveryAttempt> end(String id, String gateway) {
        dropOld();
        return Optional.ofNullable(deliveryAttempts.get(id))
                .filter(deliveryAttempt -> deliveryAttempt.gateway().equals(gateway))
                .filter(this::end);
    }

    /** Ends an attempt; false if it was ended already. */
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
