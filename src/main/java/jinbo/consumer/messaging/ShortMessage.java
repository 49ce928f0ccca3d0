package jinbo.consumer.messaging;

import jinbo.reference.phone.Mobile;

/** A text for a mobile number. {@link #toString} hides both, because values get into logs. */
public record ShortMessage(Mobile to, String text) {

    /** The most characters, which are about seven SMS. */
    static final int LONGEST = 500;

    /**
     * @throws IllegalArgumentException if the text is blank, too long or not visible; the message does not repeat it
     */
    public ShortMessage {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("The text of a short message has " + text.length()
                    + " characters; allowed are 1 to " + LONGEST + ", not all of them blank");
        }
        if (!text.codePoints().allMatch(ShortMessage::isShown)) {
            throw new IllegalArgumentException(
                    "The text of a short message contains an invisible character other than a line feed");
        }
    }

    @Override
    public String toString() {
        return "ShortMessage[]";
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
