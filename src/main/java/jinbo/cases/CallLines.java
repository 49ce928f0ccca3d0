package jinbo.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/** Says in which lines of business a call by an insurer may have been. */
public final class CallLines {

    private CallLines() {}

    /**
     * The line that the consumer named. If none is named, or one that the insurer never sold, all that it sold on the day
     * of the call; and if it sold none then, all that it ever has.
     *
     * @return one at least, in order of their codes
     */
    public static List<LineParticipation> of(Insurer insurer, Optional<LineCode> named, Instant calledAt) {
        return named.flatMap(insurer::in).map(List::of).orElseGet(() -> {
            List<LineParticipation> sold = insurer.linesOn(BusinessTime.dateOf(calledAt));
            return sold.isEmpty() ? insurer.lines() : sold;
        });
    }
}
