package jinbo.consumer.messaging;

import java.util.regex.Pattern;

/** @param text the sender name in brackets that mainland carriers require; empty if the gateway adds it */
record MessageSignature(String text) {

    private static final Pattern FORM = Pattern.compile("(【[\\p{L}\\p{N}][\\p{L}\\p{N} ._&-]{1,19}】)?");

    MessageSignature {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(SmsSettings.PREFIX
                    + ".signature is none: it may be empty, or a name of 2 to 20 letters and digits between 【 and 】");
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
