package jinbo.reference.phone;

/** Why what somebody typed is not read as a mobile number. */
public enum MobileProblem {
    /** Nothing is there: blanks, an empty Excel guard, a dash. */
    MISSING,
    /** It is not exactly one mobile number of mainland China. */
    MALFORMED,
    /** It clearly is a number of the fixed network, a 400 or 800 service number included. */
    LANDLINE,
    /** A spreadsheet has replaced the digits by something like {@code 1.38E+10}; the number has to be exported anew. */
    SCIENTIFIC
}
