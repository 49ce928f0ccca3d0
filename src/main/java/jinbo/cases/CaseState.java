package jinbo.cases;

public enum CaseState {
    /** The insurer must be asked. */
    OPEN,
    SENT,
    ANSWERED,
    /** The call broke the rules. */
    UPHELD,
    /** The call broke no rule, or a violation is not proven. */
    DISMISSED,
    APPEALED,
    /** Final; the number may be erased. */
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

    public boolean isWithdrawable() {
        return this == OPEN || this == SENT || this == ANSWERED;
    }

    public boolean isDecided() {
        return this == UPHELD || this == DISMISSED || this == CLOSED;
    }
}
