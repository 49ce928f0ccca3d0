package jinbo.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what gateways report about the messages that they have taken; one that has failed goes to the next gateway. */
public final class DeliveryReceipts {

    /** The most that a receipt may have; whoever receives one need not read on. */
    public static final int MOST_BYTES = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReceipts.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_SIGNATURE = 1024;
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,11}");

    private final Map<String, SharedSecrets> secrets;
    private final UnderWay underWay;
    private final HandOver handOver;
    private final Clock clock;

    /** @param secrets of each gateway, by its name */
    DeliveryReceipts(Map<String, SharedSecrets> secrets, UnderWay underWay, HandOver handOver, Clock clock) {
        this.secrets = Map.copyOf(secrets);
        this.underWay = underWay;
        this.handOver = handOver;
        this.clock = clock;
    }

    /**
     * Takes one. Where the message is to go to the next gateway, this takes as long as that one takes.
     *
     * @param gateway which, as the address says that it was sent to: {@code first} or {@code second}
     * @param timestamp the header {@code jinbo-timestamp}; empty if there is none
     * @param signature the header {@code jinbo-signature}; empty if there is none
     * @param body the bytes as they came
     */
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
        } catch (UnusableSecretException e) {
            return new ReceiptOutcome.Unverifiable(e.getMessage());
        }
        return isFresh(timestamp) ? takeGenuine(gateway, body) : new ReceiptOutcome.Stale();
    }

    private ReceiptOutcome takeGenuine(String gateway, byte[] body) {
        Optional<DeliveryReceipt> receipt = DeliveryReceipt.parse(body);
        if (receipt.isEmpty()) {
            return new ReceiptOutcome.Malformed();
        }
        Optional<Attempt> attempt = underWay.end(receipt.get().id(), gateway);
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
