package jinbo.consumer.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A message at a gateway, which may still report a failure.
 *
 * @param message for the next gateway; empty if no other is left
 * @param left the gateways to try if this one fails
 */
record DeliveryAttempt(
        String id,
        String gateway,
        Instant at,
        Optional<ShortMessage> message,
        List<Gateway> left,
        AtomicBoolean ended) {

    DeliveryAttempt(String id, String gateway, Instant at, ShortMessage message, List<Gateway> left) {
        this(
                id,
                gateway,
                at,
                left.isEmpty() ? Optional.empty() : Optional.of(message),
                List.copyOf(left),
                new AtomicBoolean());
    }

    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
