package jinbo.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/** Finds the lines of business that a call may have been for. */
public final class CallLines {

    private CallLines() {}

    /**
     * Returns the named line if the insurer has ever sold it; else the lines that it sold on the day of the call; else
     * all its lines.
     *
     * @return at least one, ordered by code
     */
    public static List<LineParticipation> of(Insurer insurer, Optional<LineCode> named, Instant calledAt) {
        return named.flatMap(insurer::in).map(List::of).orElseGet(() -> {
            List<LineParticipation> sold = insurer.linesOn(BusinessTime.dateOf(calledAt));
            return sold.isEmpty() ? insurer.lines() : sold;
        });
    }
}
