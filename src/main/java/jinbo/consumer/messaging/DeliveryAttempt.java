package jinbo.consumer.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * @param message empty if no other gateway is left
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
