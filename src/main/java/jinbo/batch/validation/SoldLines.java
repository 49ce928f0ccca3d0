package jinbo.batch.validation;

import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.FindingCode;
import jinbo.reference.business.LineCode;

/** Lines of business: the open ones that the insurer sells, all that it sells, and all that exist. */
public record SoldLines(Set<LineCode> open, Set<LineCode> sold, Set<LineCode> all) {

    public SoldLines {
        open = Set.copyOf(open);
        sold = Set.copyOf(sold);
        all = Set.copyOf(all);
    }

    /** Reads the code of a line, in upper or lower case; empty if the text is none. */
    static Optional<LineCode> read(CharSequence typed) {
        if (typed.length() > LineCode.MAX_LENGTH) {
            return Optional.empty();
        }
        String code = UploadRow.toAsciiUpperCase(typed);
        return LineCode.isCode(code) ? Optional.of(new LineCode(code)) : Optional.empty();
    }

    Optional<FindingCode> fault(LineCode line) {
        if (open.contains(line)) {
            return Optional.empty();
        }
        if (sold.contains(line)) {
            return Optional.of(FindingCode.BUSINESS_LINE_CLOSED);
        }
        return Optional.of(all.contains(line) ? FindingCode.BUSINESS_LINE_NOT_SOLD : FindingCode.BUSINESS_LINE_UNKNOWN);
    }

    /** Returns the fault of a row without a line of business, which is for all lines that the insurer sells. */
    Optional<FindingCode> faultOfAll() {
        return open.isEmpty() ? Optional.of(FindingCode.BUSINESS_LINE_CLOSED) : Optional.empty();
    }
}
