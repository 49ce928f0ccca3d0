package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How an insurer takes part, now or at a moment of the past.
 *
 * @param suspendedAt since when it is suspended, if it is: nothing is fetched from it, what was and has no verdict
 *     waits, and it gets no list
 */
public record InsurerStatus(Optional<Instant> suspendedAt, Agreements agreements, Optional<Departure> departure) {

    static final InsurerStatus JOINED = new InsurerStatus(Optional.empty(), Agreements.NONE, Optional.empty());

    /** Whether files are exchanged with it. */
    public boolean isActive() {
        return suspendedAt.isEmpty() && departure.isEmpty();
    }

    /** Whether it gets lists on a day: it is active, and both agreements hold. */
    public boolean mayReceive(LocalDate day) {
        return isActive() && agreements.areInForce(day);
    }

    InsurerStatus after(InsurerStatusEvent event) {
        return switch (event.kind()) {
            case JOINED -> JOINED;
            case SUSPENDED -> new InsurerStatus(Optional.of(event.at()), agreements, departure);
            case RESUMED -> new InsurerStatus(Optional.empty(), agreements, departure);
            case AGREED -> new InsurerStatus(suspendedAt, event.agreements().orElseThrow(), departure);
            case LAPSED ->
                new InsurerStatus(suspendedAt, agreements.until(event.endsOn().orElseThrow()), departure);
            case LEFT, SUCCEEDED -> new InsurerStatus(suspendedAt, agreements, Optional.of(departureBy(event)));
        };
    }

    /** Who had left before it was succeeded, left on the day before. */
    private Departure departureBy(InsurerStatusEvent event) {
        LocalDate on =
                departure.map(Departure::on).orElseGet(() -> event.endsOn().orElseThrow());
        return new Departure(on, event.successor());
    }

    /** That an insurer has left, which is for good: it comes back under another code. */
    public record Departure(LocalDate on, Optional<InsurerCode> successor) {}
}
