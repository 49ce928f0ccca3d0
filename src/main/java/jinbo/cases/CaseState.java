package jinbo.cases;

public enum CaseState {
    /** The consumer has complained; the insurer has not been asked yet, or another one is to be: then it begins anew. */
    OPEN,
    SENT,
    ANSWERED,
    /** Decided: the call broke the rules. */
    UPHELD,
    /** Decided: the call broke no rule, or cannot be proven. */
    DISMISSED,
    /** One side does not accept the decision. */
    APPEALED,
    /** Nothing more will happen; from now on its number may be erased. */
    CLOSED;

    public boolean canBecome(CaseState next) {
        return switch (this) {
            case OPEN -> next == SENT || next == DISMISSED || next == OPEN || next == CLOSED;
            case SENT -> next == ANSWERED || next == OPEN || next == UPHELD || next == DISMISSED || next == CLOSED;
            case ANSWERED -> next == UPHELD || next == DISMISSED || next == OPEN || next == CLOSED;
            case APPEALED -> next == UPHELD || next == DISMISSED || next == OPEN;
            case UPHELD, DISMISSED -> next == APPEALED || next == CLOSED;
            case CLOSED -> false;
        };
    }

    /** Whether the consumer can still withdraw the complaint: nothing was decided of it yet. */
    public boolean isWithdrawable() {
        return this == OPEN || this == SENT || this == ANSWERED;
    }

    public boolean isDecided() {
        return this == UPHELD || this == DISMISSED || this == CLOSED;
    }
}
