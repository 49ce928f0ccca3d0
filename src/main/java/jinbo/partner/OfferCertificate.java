package jinbo.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;

/**
 * Offers people what a certificate of the association gives. Whoever has stolen a key that counts could send one, too; so it waits
 * until they have called the association. What it takes away was taken before.
 */
public final class OfferCertificate {

    private final AssociationCertificates kept;
    private final TrustedAssociationCertificates counting;
    private final CryptoPolicy policy;

    OfferCertificate(AssociationCertificates kept, TrustedAssociationCertificates counting, CryptoPolicy policy) {
        this.kept = kept;
        this.counting = counting;
        this.policy = policy;
    }

    public enum Outcome {
        WAITING,
        /** It says nothing new. */
        KNOWN,
        /** What it takes away counts from now on; it gives nothing. */
        REVOKED,
        /** What it takes away counts from now on; what it gives waits. */
        REVOKED_AND_WAITING,
        /** People have refused it before. */
        REFUSED
    }

    public record Offered(Certificate certificate, Outcome outcome) {}

    /**
     * @return what became of it; empty if it could not count, and takes nothing away that was known or not
     * @throws jinbo.exchange.openpgp.UnusableKeyException if it is too large together with the copy that is here
     */
    Optional<Outcome> offer(Certificate certificate, boolean revoked, Instant now) throws IOException {
        Optional<Certificate> counts = counting.find(certificate.fingerprint());
        Outcome nothing = revoked ? Outcome.REVOKED : Outcome.KNOWN;
        if (counts.isPresent() && !certificate.containsMoreThan(counts.get())) {
            return Optional.of(nothing);
        }
        Certificate copy = withWhatIsRevoked(certificate);
        Certificate asItWouldCount = counts.isPresent() ? counts.get().mergedWith(copy) : copy;
        if (!report(asItWouldCount, now).isGood()) {
            return asItWouldCount.hasRevocations() ? Optional.of(nothing) : Optional.empty();
        }
        Outcome given = isRefused(copy, counts.isPresent()) ? Outcome.REFUSED : wait(copy, now);
        return Optional.of(!revoked ? given : given == Outcome.WAITING ? Outcome.REVOKED_AND_WAITING : Outcome.REVOKED);
    }

    CertificateReport report(Certificate certificate, Instant now) {
        return CertificateReport.of(certificate, policy, now);
    }

    private Outcome wait(Certificate copy, Instant now) throws IOException {
        Certificate whole = copy;
        for (Kept before : kept.of(copy.fingerprint(), State.WAITING)) {
            whole = before.certificate().mergedWith(copy);
        }
        kept.keep(whole, State.WAITING, now);
        return Outcome.WAITING;
    }

    /** One that does not count was refused as such; of one that counts, only what a copy would have added. */
    private boolean isRefused(Certificate copy, boolean counts) throws IOException {
        return kept.of(copy.fingerprint(), State.REFUSED).stream()
                .anyMatch(refused -> !counts || !copy.containsMoreThan(refused.certificate()));
    }

    private Certificate withWhatIsRevoked(Certificate certificate) throws IOException {
        Certificate less = certificate;
        for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
            for (Kept copy : kept.of(certificate.fingerprint(), state)) {
                less = less.withRevocationsOf(copy.certificate());
            }
        }
        return less;
    }
}
