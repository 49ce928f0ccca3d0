package jinbo.operator.console;

final class NoSuchThingException extends RuntimeException {

    NoSuchThingException(String what) {
        super("There is no " + what);
    }
}
