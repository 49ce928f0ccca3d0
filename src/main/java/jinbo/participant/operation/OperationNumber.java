package jinbo.participant.operation;

import java.util.Optional;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;

/**
 * The number that an operation is about. It is kept apart from the operation, behind the gate, while a second person is waited for,
 * and is told nowhere.
 *
 * @param known empty in an operation that waits
 */
public record OperationNumber(Optional<Mobile> known) {

    private static final String HIDDEN = "***";

    public static OperationNumber of(Mobile mobile) {
        return new OperationNumber(Optional.of(mobile));
    }

    /**
     * One that somebody has typed.
     *
     * @throws InvalidOperationException if it is none; it names the kind of problem, and never what was typed
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

    /** One that is not known here. */
    public static OperationNumber keptApart() {
        return new OperationNumber(Optional.empty());
    }

    /** @throws IllegalStateException of an operation that waits */
    public Mobile mobile() {
        return known.orElseThrow(() -> new IllegalStateException("The number is kept apart while the operation waits"));
    }

    /** Never the number. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
