package jinbo.registry.blocklist;

/** Why an insurer did not get a list; each lies with the insurer itself. */
public enum WithheldReason {
    /** It is suspended. */
    SUSPENDED,
    /** It has not signed both agreements, or one of them has not begun. */
    NOT_AGREED,
    /** Its agreements have ended. */
    LAPSED,
    /** It takes part no longer. */
    LEFT
}
