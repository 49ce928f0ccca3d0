package jinbo.consumer.messaging;

import java.time.Duration;
import jinbo.platform.webhook.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of {@code settings/sms.yaml}.
 *
 * @param answerWithin time limit for a message, including the connection
 * @param trustedCertificates PEM file, relative to the home; empty for the certificates of Java
 * @param second used if the first does not accept a message or reports its failure
 */
@ConfigurationProperties(prefix = SmsSettings.PREFIX, ignoreUnknownFields = false)
public record SmsSettings(
        Duration connectWithin,
        Duration answerWithin,
        String signature,
        String trustedCertificates,
        WebhookSettings first,
        WebhookSettings second) {

    static final String PREFIX = "jinbo.sms";

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofMinutes(1);

    public SmsSettings {
        check("connect-within", connectWithin);
        check("answer-within", answerWithin);
        new MessageSignature(signature);
        first.check(PREFIX + ".first");
        second.check(PREFIX + ".second");
        if (second.isOn() && !first.isOn()) {
            throw new IllegalArgumentException(
                    PREFIX + ".second.url is set and " + PREFIX + ".first.url is not; the only gateway is the first");
        }
    }

    MessageSignature messageSignature() {
        return new MessageSignature(signature);
    }

    private static void check(String name, Duration time) {
        if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(PREFIX + "." + name + " is " + time + "; it may be 1ms to 1m");
        }
    }
}
