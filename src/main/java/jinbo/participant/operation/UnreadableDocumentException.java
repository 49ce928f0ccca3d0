package jinbo.participant.operation;

/** A document that was handed over is no operation that can be carried out. */
public final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableDocumentException(String why) {
        super("The document is not carried out: " + why);
    }

    UnreadableDocumentException(String why, Throwable cause) {
        super("The document is not carried out: " + why, cause);
    }
}
