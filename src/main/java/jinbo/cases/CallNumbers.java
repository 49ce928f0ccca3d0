package jinbo.cases;

import java.util.Optional;
import jinbo.reference.phone.Mobile;

/** The phone numbers of a case: the consumer's, and the caller's if it is known. */
public record CallNumbers(Mobile consumer, Optional<CallerNumber> caller) {

    @Override
    public String toString() {
        return "CallNumbers[***]";
    }
}
