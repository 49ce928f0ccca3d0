package jinbo.participant.operation;

/** A value of an operation that a person enters at a hidden prompt, such as a password. It is never shown or stored. */
public record HiddenText(String text) {

    static final String HIDDEN = "***";

    @Override
    public String toString() {
        return HIDDEN;
    }
}
