package jinbo.consumer.messaging;

import java.time.Duration;
import jinbo.platform.webhook.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of {@code settings/sms.yaml}, which says what each means.
 *
 * @param connectWithin how long a gateway may take to accept a connection
 * @param answerWithin how long it may take for all of a message, the connection included
 * @param signature the name in front of each message, between 【 and 】; empty where the gateway puts it there
 * @param trustedCertificates the file with the certificates that vouch for gateways, PEM, in the home unless it says where; empty: those that Java
 *     brings
 * @param second the one that is tried when the first does not take a message, or reports that it has failed
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

    /** @throws IllegalArgumentException if messages would go out in clear or unsigned, or nobody could answer in time */
    public SmsSettings {
        check("connect-within", connectWithin);
        check("answer-within", answerWithin);
        new MessageSignature(signature);
        first.check(PREFIX + ".first");
        second.check(PREFIX + ".second");
        if (second.isOn() && !first.isOn()) {
            throw new IllegalArgumentException(
                    PREFIX + ".second.url is set and " + PREFIX + ".first.url is not; set the first gateway first");
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
