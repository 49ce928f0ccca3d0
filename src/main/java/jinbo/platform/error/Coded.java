package jinbo.platform.error;

/** An exception with an {@link ErrorCode} and a message in each language. */
public interface Coded {

    ErrorMessage errorMessage();

    default ErrorCode error() {
        return errorMessage().error();
    }
}
