package jinbo.consumer;

/** A choice or a complaint would hand the number to insurers, and its holder has not agreed to that as it is worded now. */
public final class ConsentMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConsentMissingException() {
        super("The consent to hand the number to insurers is missing, or was given to another wording than the page's");
    }
}
