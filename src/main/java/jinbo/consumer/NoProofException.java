package jinbo.consumer;

/** Nobody has proven that a number is theirs, or it is too long ago: a new code is needed. */
public final class NoProofException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoProofException() {
        super("The number was not proven, or too long ago: have a new code sent");
    }
}
