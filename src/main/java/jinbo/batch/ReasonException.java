package jinbo.batch;

/** A reason that a person gave cannot be kept as it is. */
public final class ReasonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReasonException(String message) {
        super(message);
    }
}
