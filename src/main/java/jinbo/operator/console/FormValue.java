package jinbo.operator.console;

import java.util.Optional;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.ValueType;

/** A value that a person has typed into a form. */
public record FormValue(String text) {

    public FormValue {
        text = text.strip();
    }

    /** @throws RuntimeException if the text is not a valid value of the type */
    <T> T as(Class<T> type) {
        return ValueType.read(type, text);
    }

    <T> Optional<T> find(Class<T> type) {
        return text.isEmpty() ? Optional.empty() : Optional.of(as(type));
    }

    Optional<OperationNumber> findNumber() {
        return text.isEmpty() ? Optional.empty() : Optional.of(OperationNumber.typed(text));
    }

    /** Hides the text, which may be a phone number. */
    @Override
    public String toString() {
        return "FormValue";
    }
}
