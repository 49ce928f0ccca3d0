package jinbo.operator.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.platform.webhook.WebhookClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

public interface Notifier {

    /** The name in records; it must not change. */
    String name();

    /** Sends a notification within the configured time; a failure is returned and never thrown. */
    DeliveryOutcome send(Notification notification);

    record Notifiers(List<Notifier> all) {

        public Notifiers {
            all = List.copyOf(all);
        }
    }

    final class LogNotifier implements Notifier {

        private static final Logger LOG = LoggerFactory.getLogger(LogNotifier.class);
        private static final String NOTHING = "-";

        @Override
        public String name() {
            return "log";
        }

        @Override
        public DeliveryOutcome send(Notification notification) {
            LOG.atLevel(notification.kind() == Notification.Kind.NEW ? Level.WARN : Level.INFO)
                    .log(
                            "concern={} code={} insurer={} level={} id={} detail=\"{}\" say=\"{}\"",
                            notification.kind(),
                            notification.code(),
                            notification.insurer().orElse(NOTHING),
                            notification.level().orElse(NOTHING),
                            notification.id(),
                            inOneLine(notification.detail().orElse(NOTHING)),
                            inOneLine(notification.sentence()));
            return new DeliveryOutcome.Taken();
        }

        /** A quotation mark or a line break would end the field. */
        private static String inOneLine(String text) {
            return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").replace('"', '\'');
        }
    }

    /** Sends a signed request to a web server, as defined by Standard Webhooks. */
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
}
