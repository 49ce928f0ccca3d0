package jinbo.consumer;

/** Consumers cannot be served for the moment; they can try again later. */
public final class ConsumerServiceUnavailableException extends RuntimeException {

    /** @param why the reason for operators, without data of the request */
    public ConsumerServiceUnavailableException(String why) {
        super(why);
    }
}
