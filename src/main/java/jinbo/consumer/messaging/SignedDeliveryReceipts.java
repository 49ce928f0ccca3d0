package jinbo.consumer.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jinbo.platform.files.UnusableFileException;
import jinbo.platform.webhook.WebhookSecrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepts delivery receipts that are signed and recent, each once, and hands failed messages to the next gateway. */
record SignedDeliveryReceipts(
        Map<String, WebhookSecrets> secrets, PendingAttempts pendingAttempts, ShortMessages messages, Clock clock)
        implements DeliveryReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(SignedDeliveryReceipts.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_SIGNATURE = 1024;
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,11}");

    SignedDeliveryReceipts {
        secrets = Map.copyOf(secrets);
    }

    @Override
    public boolean isKnown(String gateway) {
        return secrets.containsKey(gateway);
    }

    @Override
    public DeliveryReceipts.Outcome take(String gateway, String timestamp, String signature, byte[] body) {
        Optional<WebhookSecrets> known = Optional.ofNullable(secrets.get(gateway));
        if (known.isEmpty()) {
            return new DeliveryReceipts.Outcome.Unknown();
        }
        if (!TIMESTAMP.matcher(timestamp).matches() || signature.length() > MOST_SIGNATURE) {
            return new DeliveryReceipts.Outcome.Forged();
        }
        if (body.length > MOST_BYTES) {
            return new DeliveryReceipts.Outcome.Malformed();
        }
        try {
            if (!known.get().verify(timestamp, body, signature)) {
                return new DeliveryReceipts.Outcome.Forged();
            }
        } catch (UnusableFileException e) {
            return new DeliveryReceipts.Outcome.Unverifiable(e.getMessage());
        }
        return isFresh(timestamp) ? takeGenuine(gateway, body) : new DeliveryReceipts.Outcome.Stale();
    }

    private DeliveryReceipts.Outcome takeGenuine(String gateway, byte[] body) {
        Optional<DeliveryReceipt> receipt = DeliveryReceipt.parse(body);
        if (receipt.isEmpty()) {
            return new DeliveryReceipts.Outcome.Malformed();
        }
        Optional<DeliveryAttempt> deliveryAttempt =
                pendingAttempts.end(receipt.get().id(), gateway);
        if (deliveryAttempt.isEmpty()) {
            return new DeliveryReceipts.Outcome.Unknown();
        }
        boolean isDelivered = receipt.get().isDelivered();
        LOG.info(
                "sms gateway={} outcome=\"{}\" id={}",
                gateway,
                isDelivered ? "delivered" : "failed",
                deliveryAttempt.get().id());
        if (!isDelivered) {
            deliveryAttempt
                    .get()
                    .message()
                    .ifPresent(message -> messages.deliver(
                            deliveryAttempt.get().id(),
                            message,
                            deliveryAttempt.get().left()));
        }
        return new DeliveryReceipts.Outcome.Accepted();
    }

    private boolean isFresh(String timestamp) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(at, clock.instant()).abs().compareTo(FRESH) <= 0;
    }

    record DeliveryReceipt(String id, boolean isDelivered) {

        private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
        private static final JsonMapper STRICT = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        /** Requires exactly these two fields, so that this program's own request is not taken for a receipt. */
        static Optional<DeliveryReceipt> parse(byte[] body) {
            try {
                JsonNode object = STRICT.readTree(body);
                Optional<String> id =
                        text(object, "id").filter(value -> ID.matcher(value).matches());
                Optional<Boolean> isDelivered = text(object, "state").flatMap(DeliveryReceipt::isDelivered);
                return object.size() == 2 && id.isPresent()
                        ? isDelivered.map(delivered -> new DeliveryReceipt(id.get(), delivered))
                        : Optional.empty();
            } catch (JacksonException broken) {
                return Optional.empty();
            }
        }

        private static Optional<String> text(JsonNode object, String name) {
            return object.path(name).stringValueOpt();
        }

        private static Optional<Boolean> isDelivered(String state) {
            return switch (state) {
                case "DELIVERED" -> Optional.of(true);
                case "FAILED" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }
}
