package jinbo.platform.error;

/** An exception with a message in each language. */
public interface Coded {

    ErrorMessage errorMessage();

    default ErrorCode error() {
        return errorMessage().error();
    }
}
