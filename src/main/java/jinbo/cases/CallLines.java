package jinbo.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/** Finds the lines of business that a call may have been about. */
public final class CallLines {

    private CallLines() {}

    /** Returns the named line, if the insurer ever sold it; else the lines that it sold on that day; else all. */
    public static List<LineParticipation> of(Insurer insurer, Optional<LineCode> named, Instant calledAt) {
        return named.flatMap(insurer::in).map(List::of).orElseGet(() -> {
            List<LineParticipation> sold = insurer.linesOn(BusinessTime.dateOf(calledAt));
            return sold.isEmpty() ? insurer.lines() : sold;
        });
    }
}
