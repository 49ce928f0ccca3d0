package jinbo.participant.operation;

import java.util.Optional;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;

/** A phone number as value of an operation; never shown. That of a request is stored in the tables of numbers. */
public record OperationNumber(Optional<Mobile> known) {

    public static OperationNumber of(Mobile mobile) {
        return new OperationNumber(Optional.of(mobile));
    }

    /** Throws {@link InvalidOperationException}, without the input, if it is not a mobile number. */
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

    /** @throws IllegalStateException if the operation is stored as a request, without the number */
    public Mobile mobile() {
        return known.orElseThrow(() -> new IllegalStateException("The number is kept apart while the operation waits"));
    }

    @Override
    public String toString() {
        return HiddenText.HIDDEN;
    }
}
