package jinbo.participant.operation;

/**
 * A secret text value. A person enters it at a prompt instead of on the command line; it is never shown and not stored
 * with requests.
 */
public record HiddenText(String text) {

    static final String HIDDEN = "***";

    /** Never the text itself. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
