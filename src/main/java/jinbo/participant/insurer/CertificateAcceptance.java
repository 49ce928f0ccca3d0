package jinbo.participant.insurer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The period in which the association accepts an insurer's certificate, within the certificate's own validity. */
public record CertificateAcceptance(
        Optional<Instant> from, Optional<Instant> until, List<CertificateRevocation> revocations) {

    public static final CertificateAcceptance UNBOUNDED =
            new CertificateAcceptance(Optional.empty(), Optional.empty(), List.of());

    public CertificateAcceptance {
        revocations = List.copyOf(revocations);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("A certificate cannot be accepted from " + from.get() + " until "
                    + until.get() + "; the end must be after the start");
        }
    }

    public static CertificateAcceptance between(Optional<Instant> from, Optional<Instant> until) {
        return new CertificateAcceptance(from, until, List.of());
    }

    /** {@code until} or the first revocation, whichever is earlier. */
    public Optional<Instant> end() {
        return Stream.concat(until.stream(), revocations.stream().map(CertificateRevocation::from))
                .min(Comparator.naturalOrder());
    }

    public boolean isAcceptedAt(Instant at) {
        return !isCompromised()
                && from.filter(at::isBefore).isEmpty()
                && end().filter(end -> !at.isBefore(end)).isEmpty();
    }

    /** True if a revocation is in force; one of a compromised key always is. */
    public boolean isRevokedAt(Instant at) {
        return revocations.stream().anyMatch(revocation -> revocation.compromised() || !at.isBefore(revocation.from()));
    }

    public boolean isCompromised() {
        return revocations.stream().anyMatch(CertificateRevocation::compromised);
    }
}
