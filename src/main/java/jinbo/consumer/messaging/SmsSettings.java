package jinbo.consumer.messaging;

import java.time.Duration;
import java.util.regex.Pattern;
import jinbo.platform.webhook.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of {@code settings/sms.yaml}.
 *
 * @param answerWithin time limit for a gateway's response to a message, including the connection
 * @param trustedCertificates PEM file, relative to the home directory; empty for Java's own certificates
 * @param second the gateway that is used if the first does not accept a message or reports its failure
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
                    PREFIX + ".second.url is set and " + PREFIX + ".first.url is not; set the first gateway first");
        }
    }

    MessageSignature messageSignature() {
        return new MessageSignature(signature);
    }

    private static void check(String name, Duration time) {
        if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(PREFIX + "." + name + " is " + time + "; it must be 1ms to 1m");
        }
    }

    /** The sender's name in brackets that mainland carriers require; empty if the gateway adds it. */
    record MessageSignature(String text) {

        private static final Pattern FORM = Pattern.compile("(【[\\p{L}\\p{N}][\\p{L}\\p{N} ._&-]{1,19}】)?");

        MessageSignature {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException(SmsSettings.PREFIX
                        + ".signature is not valid: leave it empty, or put 2 to 20 letters and digits between 【 and 】");
            }
        }

        boolean fits(ShortMessage message) {
            return lengthWith(message) <= ShortMessage.LONGEST;
        }

        int lengthWith(ShortMessage message) {
            return text.length() + message.text().length();
        }

        ShortMessage applyTo(ShortMessage message) {
            return new ShortMessage(message.to(), text + message.text());
        }
    }
}
