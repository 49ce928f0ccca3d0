package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A change in the participation of an insurer.
 *
 * @param at when it was recorded; it takes effect at that time, or on {@code endsOn} if that is later
 * @param endsOn the first day without agreements, or the day of leaving
 */
public record InsurerStatusEvent(
        Instant at,
        Kind kind,
        Optional<Agreements> agreements,
        Optional<LocalDate> endsOn,
        Optional<InsurerCode> successor,
        Optional<String> reason) {

    public enum Kind {
        JOINED,
        SUSPENDED,
        RESUMED,
        AGREED,
        LAPSED,
        LEFT,
        /** The insurer has left, and another one inherits its blocks. */
        SUCCEEDED
    }

    static InsurerStatusEvent agreed(Instant at, Agreements agreements) {
        return new InsurerStatusEvent(
                at, Kind.AGREED, Optional.of(agreements), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static InsurerStatusEvent of(Instant at, Kind kind) {
        return new InsurerStatusEvent(at, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static InsurerStatusEvent ended(
            Instant at, Kind kind, LocalDate on, Optional<InsurerCode> successor, String reason) {
        return new InsurerStatusEvent(at, kind, Optional.empty(), Optional.of(on), successor, Optional.of(reason));
    }
}
