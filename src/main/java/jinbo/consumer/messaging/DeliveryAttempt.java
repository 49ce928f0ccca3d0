package jinbo.consumer.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One message at one gateway, until that is known to have delivered it or not; whoever ends the attempt decides how it goes on. */
final class DeliveryAttempt {

    private final String id;
    private final String gateway;
    private final Instant at;
    private final Optional<ShortMessage> message;
    private final List<Gateway> left;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * @param message not kept where nobody is left to take it
     * @param left who could take the message if this gateway fails
     */
    DeliveryAttempt(String id, String gateway, Instant at, ShortMessage message, List<Gateway> left) {
        this.id = id;
        this.gateway = gateway;
        this.at = at;
        this.message = left.isEmpty() ? Optional.empty() : Optional.of(message);
        this.left = List.copyOf(left);
    }

    String id() {
        return id;
    }

    String gateway() {
        return gateway;
    }

    Instant at() {
        return at;
    }

    Optional<ShortMessage> message() {
        return message;
    }

    List<Gateway> left() {
        return left;
    }

    /** Whether it was under way until now: true once. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
