package jinbo.participant.operation;

import java.util.Optional;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;

/**
 * The phone number that an operation is about. While the operation waits for a second person, the number is stored
 * separately in the tables of numbers. It is never shown.
 *
 * @param known empty in an operation that waits
 */
public record OperationNumber(Optional<Mobile> known) {

    private static final String HIDDEN = "***";

    public static OperationNumber of(Mobile mobile) {
        return new OperationNumber(Optional.of(mobile));
    }

    /**
     * Parses a typed number.
     *
     * @throws InvalidOperationException if it is not a mobile number; the message says why and never contains the input
     */
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

    /** Never the number. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
