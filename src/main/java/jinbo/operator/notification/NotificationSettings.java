package jinbo.operator.notification;

import java.time.Duration;
import jinbo.exchange.format.MessageLanguage;
import jinbo.platform.webhook.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings of {@code jobs/watch.yaml} for notifications; the timeout is for each step of a delivery. */
@ConfigurationProperties(prefix = NotificationSettings.PREFIX, ignoreUnknownFields = false)
public record NotificationSettings(
        MessageLanguage language,
        Duration answerWithin,
        String trustedCertificates,
        MailSettings mail,
        WebhookSettings webhook) {

    static final String PREFIX = "jinbo.notification";

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofMinutes(2);

    public NotificationSettings {
        if (answerWithin.compareTo(LEAST) < 0 || answerWithin.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(PREFIX + ".answer-within is " + answerWithin + "; it must be 1ms to 2m");
        }
        webhook.check(PREFIX + ".webhook");
    }
}
