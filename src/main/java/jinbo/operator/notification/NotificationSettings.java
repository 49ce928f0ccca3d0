package jinbo.operator.notification;

import java.time.Duration;
import jinbo.exchange.format.MessageLanguage;
import jinbo.platform.webhook.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of {@code jobs/watch.yaml} that say how people are notified.
 *
 * @param answerWithin how long the other end may take for each step
 * @param trustedCertificates a file with the certificates that vouch for the servers below; empty: those that Java
 *     brings
 */
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

    /**
     * @throws IllegalArgumentException if nobody could answer in time, would keep all others waiting, or would be told
     *     in clear or unsigned
     */
    public NotificationSettings {
        if (answerWithin.compareTo(LEAST) < 0 || answerWithin.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(PREFIX + ".answer-within is " + answerWithin + "; it may be 1ms to 2m");
        }
        webhook.check(PREFIX + ".webhook");
    }
}
