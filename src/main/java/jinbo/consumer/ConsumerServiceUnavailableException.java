package jinbo.consumer;

/** The service is unavailable for now. */
public final class ConsumerServiceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why reason for operators, without data of the request */
    public ConsumerServiceUnavailableException(String why) {
        super(why);
    }
}
