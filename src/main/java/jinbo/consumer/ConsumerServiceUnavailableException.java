package jinbo.consumer;

/** Consumers cannot be served for the moment; they can try again later. */
public final class ConsumerServiceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why the reason for operators, without data of the request */
    public ConsumerServiceUnavailableException(String why) {
        super(why);
    }
}
