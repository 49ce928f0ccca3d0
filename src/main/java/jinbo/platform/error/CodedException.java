package jinbo.platform.error;

import java.util.Locale;

/** Something went wrong that people and programs can do something about; each area has a subclass for its errors. */
public abstract class CodedException extends RuntimeException implements Coded {

    private static final long serialVersionUID = 1L;

    private final transient ErrorMessage message;

    /** @param facts what the sentence tells, without a phone number */
    protected CodedException(ErrorCode error, Object... facts) {
        this(ErrorMessage.of(error, facts));
    }

    protected CodedException(ErrorMessage message) {
        super(message.in(Locale.ROOT));
        this.message = message;
    }

    @Override
    public final ErrorMessage errorMessage() {
        return message;
    }
}
