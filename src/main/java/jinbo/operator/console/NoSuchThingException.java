package jinbo.operator.console;

/** A page about something that is not there; its address was typed, or is old. */
final class NoSuchThingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchThingException(String what) {
        super("There is no " + what);
    }
}
