package jinbo.cases;

public enum ViolationGround {
    /** A block that counted, and that the insurer had been told of. */
    BLOCK,
    /** The hours of the night in which nobody is called for sales (保监发〔2013〕40号, art. 25). */
    HOURS
}
