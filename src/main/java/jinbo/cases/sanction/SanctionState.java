package jinbo.cases.sanction;

/** How a measure stands. */
public enum SanctionState {
    /** It was earned; people have not decided. */
    PROPOSED,
    /** It counts from its first day on. */
    IMPOSED,
    /** People have decided against it. */
    REFUSED,
    /** People have ended it before its last day. */
    LIFTED,
    /** Its last day is past. */
    ENDED;

    /** Whether another state can follow on this one. */
    boolean canBecome(SanctionState next) {
        return switch (this) {
            case PROPOSED -> next == IMPOSED || next == REFUSED;
            case IMPOSED -> next == LIFTED || next == ENDED;
            case REFUSED, LIFTED, ENDED -> false;
        };
    }

    /** Whether it has counted, and does so no longer. */
    boolean isOver() {
        return this == LIFTED || this == ENDED;
    }
}
