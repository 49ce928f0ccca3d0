package jinbo.batch.validation;

import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.FindingCode;
import jinbo.reference.business.LineCode;

/**
 * The lines of business, to judge by what rows of an insurer name.
 *
 * @param open the insurer sells them, and they are open: what rows may name
 * @param sold what the insurer sells, open or closed
 * @param all what there is, sold by it or not, open or closed
 */
public record SoldLines(Set<LineCode> open, Set<LineCode> sold, Set<LineCode> all) {

    public SoldLines {
        open = Set.copyOf(open);
        sold = Set.copyOf(sold);
        all = Set.copyOf(all);
    }

    /**
     * The line that a file spells, in capitals or not; of nothing, none. Letters that merely fold to those of ASCII are no
     * letters of a code.
     */
    static Optional<LineCode> read(CharSequence typed) {
        if (typed.length() > LineCode.MAX_LENGTH) {
            return Optional.empty();
        }
        StringBuilder capitals = new StringBuilder(typed);
        for (int i = 0; i < typed.length(); i++) {
            char letter = typed.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                capitals.setCharAt(i, (char) (letter - 'a' + 'A'));
            }
        }
        String code = capitals.toString();
        return LineCode.isCode(code) ? Optional.of(new LineCode(code)) : Optional.empty();
    }

    /** What is wrong with a row of this line, if anything is. */
    Optional<FindingCode> fault(LineCode line) {
        if (open.contains(line)) {
            return Optional.empty();
        }
        if (sold.contains(line)) {
            return Optional.of(FindingCode.BUSINESS_LINE_CLOSED);
        }
        return Optional.of(all.contains(line) ? FindingCode.BUSINESS_LINE_NOT_SOLD : FindingCode.BUSINESS_LINE_UNKNOWN);
    }

    /** What is wrong with a row that means all lines of the insurer, if anything is. */
    Optional<FindingCode> faultOfAll() {
        return open.isEmpty() ? Optional.of(FindingCode.BUSINESS_LINE_CLOSED) : Optional.empty();
    }
}
