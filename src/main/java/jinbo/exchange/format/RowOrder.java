package jinbo.exchange.format;

import java.util.Optional;
import jinbo.reference.business.LineCode;

/** That the rows of a list rise: by number, and for one number by line of business. */
final class RowOrder {

    private long mobile;
    private Optional<LineCode> line = Optional.empty();

    /** Goes on to a row; false if it is not above the one before it. */
    boolean rises(long nextMobile, LineCode nextLine) {
        boolean above = nextMobile > mobile
                || nextMobile == mobile
                        && line.filter(last -> last.compareTo(nextLine) >= 0).isEmpty();
        mobile = nextMobile;
        if (line.isEmpty() || line.get() != nextLine) {
            line = Optional.of(nextLine);
        }
        return above;
    }
}
