package jinbo.consumer.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Believes what a gateway has signed of late, once; a message that has failed goes to the next gateway. */
final class SignedDeliveryReceipts implements DeliveryReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(SignedDeliveryReceipts.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_SIGNATURE = 1024;
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,11}");

    private final Map<String, SharedSecrets> secrets;
    private final PendingAttempts underWay;
    private final GatewayFailover handOver;
    private final Clock clock;

    /** @param secrets of each gateway, by its name */
    SignedDeliveryReceipts(
            Map<String, SharedSecrets> secrets, PendingAttempts underWay, GatewayFailover handOver, Clock clock) {
        this.secrets = Map.copyOf(secrets);
        this.underWay = underWay;
        this.handOver = handOver;
        this.clock = clock;
    }

    @Override
    public boolean isKnown(String gateway) {
        return secrets.containsKey(gateway);
    }

    @Override
    public ReceiptOutcome take(String gateway, String timestamp, String signature, byte[] body) {
        Optional<SharedSecrets> known = Optional.ofNullable(secrets.get(gateway));
        if (known.isEmpty()) {
            return new ReceiptOutcome.Unknown();
        }
        if (!TIMESTAMP.matcher(timestamp).matches() || signature.length() > MOST_SIGNATURE) {
            return new ReceiptOutcome.Forged();
        }
        if (body.length > MOST_BYTES) {
            return new ReceiptOutcome.Malformed();
        }
        try {
            if (!known.get().haveSigned(timestamp, body, signature)) {
                return new ReceiptOutcome.Forged();
            }
        } catch (UnusableFileException e) {
            return new ReceiptOutcome.Unverifiable(e.getMessage());
        }
        return isFresh(timestamp) ? takeGenuine(gateway, body) : new ReceiptOutcome.Stale();
    }

    private ReceiptOutcome takeGenuine(String gateway, byte[] body) {
        Optional<DeliveryReceipt> receipt = DeliveryReceipt.parse(body);
        if (receipt.isEmpty()) {
            return new ReceiptOutcome.Malformed();
        }
        Optional<DeliveryAttempt> attempt = underWay.end(receipt.get().id(), gateway);
        if (attempt.isEmpty()) {
            return new ReceiptOutcome.Unknown();
        }
        boolean isDelivered = receipt.get().isDelivered();
        LOG.info(
                "sms gateway={} outcome=\"{}\" id={}",
                gateway,
                isDelivered ? "delivered" : "failed",
                attempt.get().id());
        if (!isDelivered) {
            attempt.get()
                    .message()
                    .ifPresent(message -> handOver.hand(
                            attempt.get().id(), message, attempt.get().left()));
        }
        return new ReceiptOutcome.Accepted();
    }

    private boolean isFresh(String timestamp) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(at, clock.instant()).abs().compareTo(FRESH) <= 0;
    }
}
