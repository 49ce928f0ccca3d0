package jinbo.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;

/** Lets a certificate wait for a call to the association: a thief of a trusted key could send it. */
public record OfferCertificate(
        AssociationCertificates kept, TrustedAssociationCertificates trusted, CryptoPolicy policy) {

    public enum Outcome {
        WAITING,
        /** Nothing new. */
        KNOWN,
        /** Only revocations, which are applied. */
        REVOKED,
        /** Revocations, which are applied, and additions, which wait. */
        REVOKED_AND_WAITING,
        /** People have refused it before. */
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

    /** For a trusted certificate, a refusal only covers the additions of the refused copy. */
    private boolean isRefused(Certificate copy, boolean counts) throws IOException {
        return kept.find(copy.fingerprint(), State.REFUSED).stream()
                .anyMatch(refused -> !counts || !copy.containsMoreThan(refused.certificate()));
    }
}
