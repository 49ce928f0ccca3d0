package jinbo.participant.operation;

import java.util.Optional;

/** A value of an operation that a person enters at a hidden prompt, such as a password. It is never shown or stored. */
public record HiddenText(String text) {

    static final String HIDDEN = "***";

    /** @throws OperationException if the text is missing, because it was not sent beside its document */
    public static HiddenText require(Optional<HiddenText> sent, String name) {
        return sent.orElseThrow(() -> new OperationException(OperationError.VALUE_UNUSABLE, name));
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
