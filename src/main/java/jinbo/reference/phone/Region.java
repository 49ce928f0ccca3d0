package jinbo.reference.phone;

/** Where a number's segment belongs, seen from the association. */
public enum Region {
    /** The association's own province. */
    HOME,
    ELSEWHERE,
    /** The segment is in no table: newer than the table, which is a reason to warn and not to refuse. */
    UNKNOWN
}
