package jinbo.participant.operation;

/** A typed value of an operation cannot be read. */
public final class UnreadableValueException extends RuntimeException {

    private final Class<?> type;
    private final String text;

    UnreadableValueException(Class<?> type, String text, RuntimeException cause) {
        super("That is no " + type.getSimpleName(), cause);
        this.type = type;
        this.text = text;
    }

    public Class<?> type() {
        return type;
    }

    /** The input; it may contain a phone number. */
    public String text() {
        return text;
    }
}
