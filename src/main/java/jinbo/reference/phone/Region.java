package jinbo.reference.phone;

/** The region of a number's segment. */
public enum Region {
    /** The association's own province. */
    HOME,
    ELSEWHERE,
    /** The segment may be newer than the table, which is a reason to warn, but not to refuse. */
    UNKNOWN
}
