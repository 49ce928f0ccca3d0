package jinbo.cases.sanction;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.reference.business.LineCode;

/**
 * The steps of sanctions that an insurer or a salesperson earns one after the other by upheld cases.
 *
 * @param callsFrom the first day of the calls for which the ladder applies, until a later ladder replaces it
 */
public record SanctionLadder(Target about, Set<LineCode> lines, LocalDate callsFrom, List<Step> steps) {

    public SanctionLadder {
        lines = Set.copyOf(lines);
        steps = List.copyOf(steps);
        if (lines.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException("has no lines of business (lines), or no steps");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).lasts().isEmpty()) {
                throw new IllegalArgumentException("step " + i + " has no end (lasts), so no step can follow it");
            }
            if (steps.get(i).sanction().compareTo(steps.get(i - 1).sanction()) < 0) {
                throw new IllegalArgumentException(
                        "step " + (i + 1) + ", " + steps.get(i).sanction() + ", is milder than the step before, "
                                + steps.get(i - 1).sanction());
            }
        }
    }

    boolean isFor(Target whom, Set<LineCode> called) {
        return about == whom && !Collections.disjoint(lines, called);
    }

    /**
     * A step: so many upheld cases earn this sanction.
     *
     * @param upheld how many cases
     * @param within the time span in which their calls must be
     * @param lasts the length; empty if the sanction lasts until people lift it
     */
    public record Step(int upheld, Period within, Sanction.Kind sanction, Optional<Period> lasts) {

        private static final int MOST_UPHELD = 100;
        private static final long MOST_MONTHS = 120;

        public Step {
            if (upheld < 1 || upheld > MOST_UPHELD) {
                throw new IllegalArgumentException(
                        "upheld is " + upheld + "; a step needs 1 to " + MOST_UPHELD + " cases");
            }
            requireFit("within", within);
            lasts.ifPresent(length -> requireFit("lasts", length));
        }

        /**
         * Returns true if both days are within the time span. The earlier day is not counted; a month ends on the same
         * day of the month, or else on its last day (民法典 art. 201, 202).
         */
        boolean reaches(LocalDate earlier, LocalDate day) {
            return !day.isAfter(earlier.plus(within));
        }

        private static void requireFit(String name, Period period) {
            if (period.isNegative() || period.isZero() || period.toTotalMonths() > MOST_MONTHS) {
                throw new IllegalArgumentException(name + " is " + period + "; it must be 1d to 10y");
            }
        }
    }

    public enum Target {
        INSURER,
        SALESPERSON
    }
}
