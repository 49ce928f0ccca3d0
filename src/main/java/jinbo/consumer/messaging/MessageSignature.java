package jinbo.consumer.messaging;

import java.util.regex.Pattern;

/**
 * Whose message it is, in front of each: mainland carriers let none pass that does not begin with a name between these brackets which was
 * registered with them.
 *
 * @param text brackets and all; empty where the gateway puts it in front
 */
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
