package jinbo.cases;

import java.util.Optional;
import jinbo.reference.phone.Mobile;

/**
 * Who was called, and by which number.
 *
 * @param consumer the number that was called
 * @param caller which number was shown, if one was
 */
public record CallNumbers(Mobile consumer, Optional<CallerNumber> caller) {

    /** Neither of them. */
    @Override
    public String toString() {
        return "NumbersOfCall[***]";
    }
}
