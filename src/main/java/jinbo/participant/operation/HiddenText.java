package jinbo.participant.operation;

/** A secret text that a person enters at a prompt. It is never shown and not stored with requests. */
public record HiddenText(String text) {

    static final String HIDDEN = "***";

    @Override
    public String toString() {
        return HIDDEN;
    }
}
