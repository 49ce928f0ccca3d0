package jinbo.registry;

import java.time.LocalDate;

/**
 * A block for one number and one insurer.
 *
 * @param expiresOn first day after it
 */
public record Interval(LocalDate effectiveOn, LocalDate expiresOn) {

    /** @throws IllegalArgumentException if it would end before it begins */
    public Interval {
        if (expiresOn.isBefore(effectiveOn)) {
            throw new IllegalArgumentException("A block cannot end on " + expiresOn + " and begin on " + effectiveOn);
        }
    }

    /** Whether nothing of it is left on a day. */
    public boolean isOver(LocalDate day) {
        return !expiresOn.isAfter(day);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(effectiveOn) && !isOver(day);
    }

    /** Whether it has a day on or after this one: only such blocks are told. */
    public boolean isListedOn(LocalDate day) {
        return !isOver(day) && effectiveOn.isBefore(expiresOn);
    }

    /**
     * What a complaint makes of this block: the earlier beginning and the later end, or the complaint's own block if this one
     * is over (rule 4: {@code [min(E, e), max(X, x))}, else {@code [e, x)}).
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
