package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A certificate whose signatures are accepted by decision of an operator, in addition to what the certificate itself
 * says.
 *
 * @param from signatures made earlier are not accepted; empty if there is no bound
 * @param until signatures made then or later are not accepted; empty if there is no bound
 * @param compromised true if no signature is accepted: a thief of the key can choose the signing time
 */
public record AcceptedSigner(
        Certificate certificate, Optional<Instant> from, Optional<Instant> until, boolean compromised) {

    public static Set<AcceptedSigner> always(Certificate... certificates) {
        return always(List.of(certificates));
    }

    public static Set<AcceptedSigner> always(Collection<Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> new AcceptedSigner(certificate, Optional.empty(), Optional.empty(), false))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isAcceptedAt(Instant at) {
        return fault(at).isEmpty();
    }

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
