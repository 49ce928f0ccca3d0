package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * A registration, so that people can find it: with the names that uploads and insurers bear outside the registry.
 *
 * @param batch in which it was registered, which an entry of the access log vouches for
 * @param upload the name of the upload that brought it, if it is a complaint
 * @param lines of business that it names, whose insurers are all meant
 * @param succession the insurer that left and the one that inherited; empty for other kinds
 */
public record RegistrationDetails(
        Kind kind,
        long batch,
        long revision,
        Instant registeredAt,
        Optional<String> upload,
        Optional<Integer> line,
        Optional<LocalDate> complainedOn,
        List<LineCode> lines,
        List<InsurerLine> insurers,
        List<InsurerCode> succession,
        Optional<Interval> block,
        Optional<Instant> withdrawnAt,
        Optional<Long> withdrawnBy) {

    public enum Kind {
        COMPLAINT,
        CHOICE,
        CANCELLATION,
        /** The number has changed hands. */
        RELEASE,
        SUCCESSION
    }
}
