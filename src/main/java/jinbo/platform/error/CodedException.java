package jinbo.platform.error;

import java.util.Locale;

/** A failure that people and programs can handle; each area has a subclass for its errors. */
public abstract class CodedException extends RuntimeException implements Coded {

    private final transient ErrorMessage message;

    protected CodedException(ErrorCode error, Object... facts) {
        this(ErrorMessage.of(error, facts));
    }

    protected CodedException(ErrorMessage message) {
        super(message.in(Locale.ROOT));
        this.message = message;
    }

    /** Returns this exception, with its cause. */
    @SuppressWarnings("unchecked")
    public final <E extends CodedException> E causedBy(Throwable cause) {
        initCause(cause);
        return (E) this;
    }

    @Override
    public final ErrorMessage errorMessage() {
        return message;
    }
}
