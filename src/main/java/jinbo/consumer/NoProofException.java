package jinbo.consumer;

/** The number is not proven, or the proof has expired. */
public final class NoProofException extends RuntimeException {

    public NoProofException() {
        super("The number was not proven, or too long ago: have a new code sent");
    }
}
