package jinbo.operator.notification;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.platform.webhook.WebhookClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends notifications in one way: to the log, by mail or to a webhook. */
public interface Notifier {

    /** The name by which records refer to this notifier; it must not change. */
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

        /** Replaces quotation marks and line breaks, which would end the field of the log line. */
        private static String inOneLine(String text) {
            return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").replace('"', '\'');
        }
    }

    /** Sends a signed request to a web server, as defined by Standard Webhooks. */
    record WebhookNotifier(WebhookClient.Receiver receiver, WebhookClient client, Clock clock) implements Notifier {

        private static final JsonMapper MAPPER = new JsonMapper();

        @Override
        public String name() {
            return "webhook";
        }

        @Override
        public DeliveryOutcome send(Notification notification) {
            return client.post(receiver, Optional.of(notification.id()), clock.instant(), body(notification));
        }

        private static byte[] body(Notification notification) {
            ObjectNode body = MAPPER.createObjectNode()
                    .put("type", "concern." + notification.kind().name().toLowerCase(Locale.ROOT))
                    .put("timestamp", notification.at().toString());
            body.putObject("data")
                    .put("code", notification.code())
                    .put("insurer", notification.insurer().orElse(null))
                    .put("level", notification.level().orElse(null))
                    .put("detail", notification.detail().orElse(null))
                    .put("sentence", notification.sentence());
            return MAPPER.writeValueAsBytes(body);
        }
    }
}
