package jinbo.operator.notification;

import jinbo.platform.webhook.DeliveryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes a line into the program's log, for whatever reads that. */
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

    /** A quotation mark or the end of a line would end the field. */
    private static String inOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").replace('"', '\'');
    }
}
