package jinbo.cases;

public enum ViolationGround {
    /** A block in force that the insurer had been notified of. */
    BLOCK,
    /** The hours in which sales calls are not allowed (保监发〔2013〕40号, art. 25). */
    HOURS
}
