package jinbo.participant.insurer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;

/**
 * An insurer in one line of business, with the periods in which it sells the line, the earliest first.
 *
 * @param scope the small number of the insurer in this line, in registrations and blocks
 */
public record LineParticipation(InsurerCode insurer, BusinessLine line, short scope, List<Period> periods) {

    public LineParticipation {
        periods = List.copyOf(periods);
    }

    /** @param endedOn first day after the period, if an end is recorded */
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

    /** The current or coming period, otherwise the latest. */
    public Period last() {
        return periods.get(periods.size() - 1);
    }
}
