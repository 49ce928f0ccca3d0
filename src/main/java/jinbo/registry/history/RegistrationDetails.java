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
 * @param kind what it is
 * @param batch in which it was registered, which an entry of the access log vouches for
 * @param revision of the registry that it made
 * @param registeredAt when it was registered
 * @param upload the name of the upload that brought it, if it is a complaint
 * @param line of that upload
 * @param complainedOn the day of the complaint
 * @param lines of business that it names, whose insurers are all meant
 * @param insurers that it names, each in a line
 * @param succession the insurer that left and the one that inherited; empty for other kinds
 * @param block its own, if it brings one
 * @param withdrawnAt when it was taken back, if it was
 * @param withdrawnBy the revision that took it back
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

    /** What a registration can be. */
    public enum Kind {
        /** A row of an insurer's upload. */
        COMPLAINT,
        /** The consumer said who is not to call. */
        CHOICE,
        /** The consumer said that everybody may call. */
        CANCELLATION,
        /** The number has changed hands. */
        RELEASE,
        /** One insurer inherited the blocks of another. */
        SUCCESSION
    }

    RegistrationDetails withInterval(Interval own) {
        return new RegistrationDetails(
                kind,
                batch,
                revision,
                registeredAt,
                upload,
                line,
                complainedOn,
                lines,
                insurers,
                succession,
                Optional.of(own),
                withdrawnAt,
                withdrawnBy);
    }
}
