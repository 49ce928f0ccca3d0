package jinbo.participant.operation;

import java.util.Optional;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;

/**
 * The phone number that an operation is about. It is never shown, and empty while the operation waits for a second
 * person, because it is then stored in the tables of numbers.
 */
public record OperationNumber(Optional<Mobile> known) {

    private static final String HIDDEN = "***";

    public static OperationNumber of(Mobile mobile) {
        return new OperationNumber(Optional.of(mobile));
    }

    /** Throws {@link InvalidOperationException} without the input if it is not a mobile number. */
    public static OperationNumber typed(String text) {
        MobileParseResult reading = MobileParser.read(text.strip());
        if (reading instanceof MobileParseResult.Unreadable unreadable) {
            throw new InvalidOperationException(
                    switch (unreadable.problem()) {
                        case MISSING -> OperationError.NUMBER_MISSING;
                        case MALFORMED -> OperationError.NUMBER_MALFORMED;
                        case LANDLINE -> OperationError.NUMBER_LANDLINE;
                        case SCIENTIFIC -> OperationError.NUMBER_SCIENTIFIC;
                    });
        }
        return of(((MobileParseResult.Read) reading).mobile());
    }

    public static OperationNumber keptApart() {
        return new OperationNumber(Optional.empty());
    }

    /** @throws IllegalStateException if the operation waits */
    public Mobile mobile() {
        return known.orElseThrow(() -> new IllegalStateException("The number is kept apart while the operation waits"));
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
