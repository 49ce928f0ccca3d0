package jinbo.accesslog;

/** The access log cannot be read or written, so the access must not take place. */
public final class AccessLogUnavailableException extends RuntimeException {

    AccessLogUnavailableException(Access access, Throwable cause) {
        super(
                "The access log cannot be written, so " + access.action() + " of " + access.object()
                        + " was refused; mend the database and run again",
                cause);
    }
}
