package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A certificate whose signatures are accepted, and for how long, whatever the certificate says of itself.
 *
 * @param from a signature that says it was made before is not accepted; empty where there is no bound
 * @param until nor one that says it was made then or later; empty while there is no end
 * @param compromised whether somebody else has its keys: then nothing that it signed is accepted, since a thief chooses the
 *     time that a signature says
 */
public record AcceptedSigner(
        Certificate certificate, Optional<Instant> from, Optional<Instant> until, boolean compromised) {

    /** Certificates that are accepted for as long as they are good by themselves. */
    public static Set<AcceptedSigner> always(Certificate... certificates) {
        return always(List.of(certificates));
    }

    /** Certificates that are accepted for as long as they are good by themselves. */
    public static Set<AcceptedSigner> always(Collection<Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> new AcceptedSigner(certificate, Optional.empty(), Optional.empty(), false))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the certificate counts at an instant; whether its keys are good then, it says itself. */
    public boolean isAcceptedAt(Instant at) {
        return fault(at).isEmpty();
    }

    /** Why a signature of an instant is not accepted, as a half sentence of which the certificate is the subject. */
    Optional<String> fault(Instant signedAt) {
        if (compromised) {
            return Optional.of("it is registered as compromised");
        }
        if (from.filter(signedAt::isBefore).isPresent()) {
            return Optional.of("it is accepted only from " + from.get() + " on");
        }
        return until.filter(end -> !signedAt.isBefore(end)).map(end -> "it was accepted only until " + end);
    }
}
