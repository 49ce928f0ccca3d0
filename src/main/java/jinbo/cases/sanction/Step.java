package jinbo.cases.sanction;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A step of a ladder.
 *
 * @param upheld how many further cases earn it
 * @param within in which time, from call to call
 * @param measure what follows
 * @param lasts how long; empty until it is lifted
 */
public record Step(int upheld, Period within, SanctionKind measure, Optional<Period> lasts) {

    private static final int MOST_UPHELD = 100;
    private static final long MOST_MONTHS = 120;

    /** @throws IllegalArgumentException if nobody could earn it, or it would mean nothing */
    public Step {
        if (upheld < 1 || upheld > MOST_UPHELD) {
            throw new IllegalArgumentException(
                    "upheld is " + upheld + "; a step is earned by 1 to " + MOST_UPHELD + " cases");
        }
        requireFit("within", within);
        lasts.ifPresent(length -> requireFit("lasts", length));
    }

    /**
     * Whether a call on a day is near enough to an earlier one. The day itself is not counted, and the corresponding day of the last
     * month is the last one, or where there is none the month's last (民法典 art. 201, 202).
     */
    boolean reaches(LocalDate earlier, LocalDate day) {
        return !day.isAfter(earlier.plus(within));
    }

    private static void requireFit(String name, Period period) {
        if (period.isNegative() || period.isZero() || period.toTotalMonths() > MOST_MONTHS) {
            throw new IllegalArgumentException(name + " is " + period + "; it may be 1d to 10y");
        }
    }
}
