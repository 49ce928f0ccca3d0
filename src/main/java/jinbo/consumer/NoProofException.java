package jinbo.consumer;

/** The number is not proven, or the proof has expired. */
public final class NoProofException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoProofException() {
        super("The number was not proven, or too long ago: have a new code sent");
    }
}
