package jinbo.operator.console;

/** An address that refers to something that does not exist. */
final class NoSuchThingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchThingException(String what) {
        super("There is no " + what);
    }
}
