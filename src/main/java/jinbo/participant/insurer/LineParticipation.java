package jinbo.participant.insurer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;

/**
 * An insurer in its role as seller of one line of business.
 *
 * @param scope the number that stands for the insurer in this line in registrations and blocks
 * @param periods the periods in which it sells the line, the earliest first
 */
public record LineParticipation(InsurerCode insurer, BusinessLine line, short scope, List<Period> periods) {

    public LineParticipation {
        periods = List.copyOf(periods);
    }

    /** @param endedOn the first day after the period; empty if no end is recorded */
    public record Period(LocalDate since, Optional<LocalDate> endedOn) {

        boolean holds(LocalDate day) {
            return !day.isBefore(since)
                    && endedOn.filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    public LineCode code() {
        return line.code();
    }

    public InsurerLine name() {
        return new InsurerLine(insurer, line.code());
    }

    public boolean holds(LocalDate day) {
        return periods.stream().anyMatch(period -> period.holds(day));
    }

    /** The current or future period; if there is none, the latest. */
    public Period last() {
        return periods.get(periods.size() - 1);
    }
}
