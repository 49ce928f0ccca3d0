package jinbo.cases;

/** The state of a case. */
public enum CaseState {
    /** The insurer is not asked yet, or must be asked again. */
    OPEN,
    /** The insurer has been asked and must answer. */
    SENT,
    /** The insurer has answered; the association must decide. */
    ANSWERED,
    /** Decided: the call broke the rules. */
    UPHELD,
    /** Decided: the call broke no rule, or a violation is not proven. */
    DISMISSED,
    /** The party that lost has appealed; the association must decide again. */
    APPEALED,
    /** Final: the decision cannot change any more, or the complaint was withdrawn. The number may be erased. */
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

    public boolean isBeforeDecision() {
        return this == OPEN || this == SENT || this == ANSWERED;
    }

    public boolean isDecided() {
        return this == UPHELD || this == DISMISSED || this == CLOSED;
    }
}
