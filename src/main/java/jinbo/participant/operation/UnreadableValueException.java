package jinbo.participant.operation;

/** A text is no value of the type that is asked for. */
public final class UnreadableValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Class<?> type;
    private final String text;

    UnreadableValueException(Class<?> type, String text, RuntimeException cause) {
        super("That is no " + type.getSimpleName(), cause);
        this.type = type;
        this.text = text;
    }

    /** What was asked for. */
    public Class<?> type() {
        return type;
    }

    /** What was typed; it may hold a number. */
    public String text() {
        return text;
    }
}
