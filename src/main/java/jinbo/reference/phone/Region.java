package jinbo.reference.phone;

/** Whether a mobile number belongs to the association's province. */
public enum Region {
    HOME,
    ELSEWHERE,
    /** The table lacks the segment, which may be newer than the table: a reason to warn, but not to refuse. */
    UNKNOWN
}
