package jinbo.consumer;

/** Nobody who could serve consumers can be reached now; whoever comes back later may be served. */
public final class ConsumerServiceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why in words for operators, without anything of what was asked */
    public ConsumerServiceUnavailableException(String why) {
        super(why);
    }
}
