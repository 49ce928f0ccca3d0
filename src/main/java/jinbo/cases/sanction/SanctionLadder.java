package jinbo.cases.sanction;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jinbo.participant.insurer.Sector;

/**
 * Which measures follow from how many upheld cases.
 *
 * @param about whom it is about
 * @param sectors for which lines of business it counts
 * @param callsFrom calls from this day on are judged by it, until a later ladder takes its place
 * @param steps the first is earned first
 */
public record SanctionLadder(SanctionTarget about, Set<Sector> sectors, LocalDate callsFrom, List<Step> steps) {

    /** @throws IllegalArgumentException if it leads nowhere, or downwards */
    public SanctionLadder {
        sectors = Set.copyOf(sectors);
        steps = List.copyOf(steps);
        if (sectors.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException("has no sectors, or no steps");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).lasts().isEmpty()) {
                throw new IllegalArgumentException(
                        "step " + i + " has no end (lasts), so that nothing can come after it");
            }
            if (steps.get(i).measure().compareTo(steps.get(i - 1).measure()) < 0) {
                throw new IllegalArgumentException(
                        "step " + (i + 1) + ", " + steps.get(i).measure() + ", forbids less than the one before, "
                                + steps.get(i - 1).measure());
            }
        }
    }

    boolean isFor(SanctionTarget whom, Sector sector) {
        return about == whom && sectors.contains(sector);
    }
}
