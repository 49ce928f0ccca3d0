package jinbo.cases;

import java.util.Optional;
import jinbo.reference.phone.Mobile;

public record CallNumbers(Mobile consumer, Optional<CallerNumber> caller) {

    @Override
    public String toString() {
        return "CallNumbers[***]";
    }
}
