package jinbo.reference.phone;

public sealed interface MobileParseResult {

    record Read(Mobile mobile) implements MobileParseResult {}

    record Unreadable(Problem problem) implements MobileParseResult {}

    enum Problem {
        /** Blanks, an empty Excel guard, or a dash. */
        MISSING,
        /** Not exactly one mobile number of mainland China. */
        MALFORMED,
        /** A number of the fixed network, or a 400 or 800 service number. */
        LANDLINE,
        /** Scientific notation of a spreadsheet, such as {@code 1.38E+10}, which has lost digits. */
        SCIENTIFIC
    }
}
