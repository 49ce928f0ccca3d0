package jinbo.cases;

/** The rule that a call broke. */
public enum ViolationGround {
    /** The number had a block, in force and notified to the insurer in time. */
    BLOCK,
    /** The call was in the hours in which sales calls are not allowed (保监发〔2013〕40号, art. 25). */
    HOURS
}
