package jinbo.operator.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.platform.webhook.WebhookClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Tells a web server by a signed request, as Standard Webhooks has it. */
record WebhookNotifier(WebhookClient.Receiver receiver, WebhookClient client, Clock clock) implements Notifier {

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public DeliveryOutcome send(Notification notification) {
        return client.post(receiver, Optional.of(notification.id()), clock.instant(), WebhookBody.of(notification));
    }

    /** @param type {@code concern.new} or {@code concern.over} */
    record WebhookBody(String type, String timestamp, Data data) {

        private static final JsonMapper MAPPER = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();

        record Data(
                String code,
                Optional<String> insurer,
                Optional<String> level,
                Optional<String> detail,
                String sentence) {}

        static byte[] of(Notification notification) {
            return MAPPER.writeValueAsBytes(new WebhookBody(
                    "concern." + notification.kind().name().toLowerCase(Locale.ROOT),
                    timestamp(notification.at()),
                    new Data(
                            notification.code(),
                            notification.insurer(),
                            notification.level(),
                            notification.detail(),
                            notification.sentence())));
        }

        private static String timestamp(Instant at) {
            return at.toString();
        }
    }
}
