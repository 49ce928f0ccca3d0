package jinbo.consumer;

/** Something holds up what a consumer has asked for; nothing was done, and in a minute it may be asked for again. */
public final class CannotServeNowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotServeNowException(Throwable why) {
        super("Others hold what is needed, an upload the registry perhaps; nothing was done, ask again in a minute", why);
    }
}
