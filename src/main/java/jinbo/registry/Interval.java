package jinbo.registry;

import java.time.LocalDate;

/** The days of a block, {@code expiresOn} excluded. */
public record Interval(LocalDate effectiveOn, LocalDate expiresOn) {

    public Interval {
        if (expiresOn.isBefore(effectiveOn)) {
            throw new IllegalArgumentException("A block cannot end on " + expiresOn + " and begin on " + effectiveOn);
        }
    }

    public boolean isOver(LocalDate day) {
        return !expiresOn.isAfter(day);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(effectiveOn) && !isOver(day);
    }

    /** True if the block has begun or will begin, and is not over: only such blocks are on the lists of this day. */
    public boolean isListedOn(LocalDate day) {
        return !isOver(day) && effectiveOn.isBefore(expiresOn);
    }

    /**
     * This block {@code [E, X)} after a complaint {@code [e, x)}, by rule 4: {@code [min(E, e), max(X, x))}, or {@code
     * [e, x)} if this block is over on the day of registration.
     */
    public Interval after(Interval complaint, LocalDate registeredOn) {
        if (isOver(registeredOn)) {
            return complaint;
        }
        return new Interval(
                effectiveOn.isBefore(complaint.effectiveOn) ? effectiveOn : complaint.effectiveOn,
                expiresOn.isAfter(complaint.expiresOn) ? expiresOn : complaint.expiresOn);
    }
}
