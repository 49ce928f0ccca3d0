package jinbo.cases;

/** How a case stands. */
public enum CaseState {
    /** The consumer has complained; the insurer has not been asked yet. */
    OPEN,
    /** The insurer has been asked. */
    SENT,
    /** The insurer has answered. */
    ANSWERED,
    /** Decided: the call broke the rules. */
    UPHELD,
    /** Decided: the call broke no rule, or cannot be proven. */
    DISMISSED,
    /** One side does not accept the decision. */
    APPEALED,
    /** Nothing more will happen; from now on its number may be erased. */
    CLOSED
}
