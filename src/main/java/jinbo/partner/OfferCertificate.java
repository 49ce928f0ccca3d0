package jinbo.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;

/**
 * Decides what happens to a received certificate: it waits until the insurer's staff has called the association,
 * because a thief of a trusted key could have sent it.
 */
public record OfferCertificate(
        AssociationCertificates kept, TrustedAssociationCertificates trusted, CryptoPolicy policy) {

    public enum Outcome {
        WAITING,
        /** The certificate contains nothing new. */
        KNOWN,
        /** The certificate adds only revocations, which are applied. */
        REVOKED,
        /** The certificate adds revocations, which are applied, and other content, which waits. */
        REVOKED_AND_WAITING,
        /** The insurer's staff has already refused it. */
        REFUSED
    }

    public record Offered(Certificate certificate, Outcome outcome) {}

    /** Empty if the certificate is unusable and has no revocations. */
    Optional<Outcome> offer(Certificate certificate, boolean revoked, Instant now) throws IOException {
        Optional<Certificate> counts = trusted.find(certificate.fingerprint());
        Outcome nothing = revoked ? Outcome.REVOKED : Outcome.KNOWN;
        if (counts.isPresent() && !certificate.containsMoreThan(counts.get())) {
            return Optional.of(nothing);
        }
        Certificate copy = kept.withKnownRevocations(certificate);
        Certificate merged = counts.isPresent() ? counts.get().mergedWith(copy) : copy;
        if (!report(merged, now).isGood()) {
            return merged.hasRevocations() ? Optional.of(nothing) : Optional.empty();
        }
        Outcome given = isRefused(copy, counts.isPresent()) ? Outcome.REFUSED : wait(copy, now);
        return Optional.of(!revoked ? given : given == Outcome.WAITING ? Outcome.REVOKED_AND_WAITING : Outcome.REVOKED);
    }

    CertificateReport report(Certificate certificate, Instant now) {
        return CertificateReport.of(certificate, policy, now);
    }

    private Outcome wait(Certificate copy, Instant now) throws IOException {
        Certificate whole = copy;
        for (Kept before : kept.find(copy.fingerprint(), State.WAITING)) {
            whole = before.certificate().mergedWith(copy);
        }
        kept.keep(whole, State.WAITING, now);
        return Outcome.WAITING;
    }

    /** For a trusted certificate, a refusal only covers what the refused copy adds. */
    private boolean isRefused(Certificate copy, boolean counts) throws IOException {
        return kept.find(copy.fingerprint(), State.REFUSED).stream()
                .anyMatch(refused -> !counts || !copy.containsMoreThan(refused.certificate()));
    }
}
