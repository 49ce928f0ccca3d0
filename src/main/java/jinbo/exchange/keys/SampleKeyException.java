package jinbo.exchange.keys;

/** A key of {@code keys-sample/} was to be used for real. */
public final class SampleKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param fault which key, and why not ({@link SampleKeys#fault})
     * @param remedy what to do instead
     */
    public SampleKeyException(String fault, String remedy) {
        super(fault + "; " + remedy);
    }
}
