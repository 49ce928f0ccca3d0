package jinbo.reference.phone;

public sealed interface MobileParseResult {

    record Read(Mobile mobile) implements MobileParseResult {}

    /** No mobile number, or not for certain one. */
    record Unreadable(Problem problem) implements MobileParseResult {}

    /** Why what somebody typed is not read as a mobile number. */
    enum Problem {
        /** Nothing is there: blanks, an empty Excel guard, a dash. */
        MISSING,
        /** It is not exactly one mobile number of mainland China. */
        MALFORMED,
        /** It clearly is a number of the fixed network, a 400 or 800 service number included. */
        LANDLINE,
        /** A spreadsheet has replaced the digits by something like {@code 1.38E+10}; the number has to be exported anew. */
        SCIENTIFIC
    }
}
