package jinbo.reference.phone;

/** A mobile number, or the problem because of which a text is not one. */
public sealed interface MobileParseResult {

    record Read(Mobile mobile) implements MobileParseResult {}

    record Unreadable(Problem problem) implements MobileParseResult {}

    enum Problem {
        /** There is no number: only blanks, an empty Excel guard such as {@code =""}, or a dash. */
        MISSING,
        MALFORMED,
        LANDLINE,
        /** Scientific notation of a spreadsheet, such as {@code 1.38E+10}, which has lost digits. */
        SCIENTIFIC
    }
}
