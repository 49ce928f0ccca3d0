package jinbo.reference.phone;

public enum Region {
    HOME,
    ELSEWHERE,
    /** The segment may be newer than the table, which is a reason to warn, but not to refuse. */
    UNKNOWN
}
