package jinbo.registry;

import java.time.LocalDate;

/** @param expiresOn first day after the block */
public record Interval(LocalDate effectiveOn, LocalDate expiresOn) {

    /** @throws IllegalArgumentException if it would end before it begins */
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

    /** True if the block has a day on or after this one; only such blocks are on lists. */
    public boolean isListedOn(LocalDate day) {
        return !isOver(day) && effectiveOn.isBefore(expiresOn);
    }

    /** This block after a complaint, by rule 4: {@code [min(E, e), max(X, x))}, or {@code [e, x)} if it is over. */
    public Interval after(Interval complaint, LocalDate registeredOn) {
        if (isOver(registeredOn)) {
            return complaint;
        }
        return new Interval(
                effectiveOn.isBefore(complaint.effectiveOn) ? effectiveOn : complaint.effectiveOn,
                expiresOn.isAfter(complaint.expiresOn) ? expiresOn : complaint.expiresOn);
    }
}
