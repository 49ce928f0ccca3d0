package jinbo.platform.error;

/** An exception that says in any language what went wrong. */
public interface Coded {

    ErrorMessage errorMessage();

    default ErrorCode error() {
        return errorMessage().error();
    }
}
