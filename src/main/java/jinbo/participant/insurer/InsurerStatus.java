package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** How an insurer participates, now or at a past moment. */
public record InsurerStatus(Optional<Instant> suspendedAt, Agreements agreements, Optional<Departure> departure) {

    static final InsurerStatus JOINED = new InsurerStatus(Optional.empty(), Agreements.NONE, Optional.empty());

    public boolean isActive() {
        return suspendedAt.isEmpty() && departure.isEmpty();
    }

    /** True if the insurer may get lists on a day: it is active, and both agreements are in force. */
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

    /** If an insurer is succeeded after it has left, its day of leaving remains. */
    private Departure departureBy(InsurerStatusEvent event) {
        LocalDate on =
                departure.map(Departure::on).orElseGet(() -> event.endsOn().orElseThrow());
        return new Departure(on, event.successor());
    }

    /** The final departure of an insurer. It can take part again only under another code. */
    public record Departure(LocalDate on, Optional<InsurerCode> successor) {}
}
