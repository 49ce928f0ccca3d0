package jinbo.consumer;

/** The holder has not agreed to the current wording of the consent. */
public final class ConsentMissingException extends RuntimeException {

    public ConsentMissingException() {
        super("The consent to hand the number to insurers is missing, or was given to another wording than the page's");
    }
}
