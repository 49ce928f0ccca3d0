package jinbo.operator.trace;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * @param from first instant: of an access, of the receipt of an upload, of what a list speaks of, of the sealing of a case file
 * @param until first instant that no longer counts
 * @param most how many accesses, uploads, lists and case files at most, of each the newest
 */
public record TraceFilter(Optional<Instant> from, Optional<Instant> until, Optional<InsurerCode> insurer, int most) {

    boolean hold(Instant at) {
        return from.filter(at::isBefore).isEmpty()
                && until.filter(end -> !at.isBefore(end)).isEmpty();
    }

    boolean hold(InsurerCode code) {
        return insurer.filter(only -> !only.equals(code)).isEmpty();
    }
}
