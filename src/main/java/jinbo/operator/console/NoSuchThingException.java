package jinbo.operator.console;

final class NoSuchThingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchThingException(String what) {
        super("There is no " + what);
    }
}
