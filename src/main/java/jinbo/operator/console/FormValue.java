package jinbo.operator.console;

import java.util.Optional;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.ValueType;

/**
 * What was typed into a field.
 *
 * @param text without blanks around it
 */
public record FormValue(String text) {

    public FormValue {
        text = text.strip();
    }

    /** @throws RuntimeException what the type throws of a text that is none of its values */
    <T> T as(Class<T> type) {
        return ValueType.read(type, text);
    }

    /** The same, unless the field was left empty. */
    <T> Optional<T> find(Class<T> type) {
        return text.isEmpty() ? Optional.empty() : Optional.of(as(type));
    }

    Optional<OperationNumber> findNumber() {
        return text.isEmpty() ? Optional.empty() : Optional.of(OperationNumber.typed(text));
    }

    /** Never what was typed, which may be a number. */
    @Override
    public String toString() {
        return "FormValue";
    }
}
