package jinbo.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;

/** Accepts or refuses a received certificate, after the insurer's staff has called the association. */
public record DecideOnCertificate(
        AssociationCertificates kept, TrustedAssociationCertificates trusted, CryptoPolicy policy) {

    public DecideOnCertificate(PartnerFolder folder, PartnerSettings settings, CryptoPolicy policy) {
        this(new AssociationCertificates(folder), new TrustedAssociationCertificates(folder, settings), policy);
    }

    /** A refused copy. {@code counts}: the certificate is already trusted, but without what this copy adds. */
    public record Refused(Certificate certificate, boolean counts) {}

    /** Accepts a waiting or refused certificate by its fingerprint as read out by telephone. */
    public Certificate accept(Fingerprint readOut, Instant now) throws IOException {
        Certificate accepted = offered(readOut);
        Optional<Certificate> before = trusted.find(readOut);
        if (before.isPresent()) {
            accepted = before.get().mergedWith(accepted);
        }
        accepted = kept.withKnownRevocations(accepted);
        requireGood(accepted, now);
        kept.keep(accepted, State.ACCEPTED, now);
        for (State state : AssociationCertificates.UNACCEPTED) {
            kept.forget(readOut, state);
        }
        return accepted;
    }

    /** Refuses a waiting certificate, so that later copies that contain nothing more do not wait either. */
    public Refused refuse(Fingerprint fingerprint, Instant now) throws IOException {
        Certificate waiting = kept.find(fingerprint, State.WAITING).stream()
                .findFirst()
                .map(Kept::certificate)
                .orElseThrow(() -> new PartnerException(PartnerError.CERTIFICATE_NOT_WAITING, fingerprint));
        kept.keep(waiting, State.REFUSED, now);
        kept.forget(fingerprint, State.WAITING);
        return new Refused(waiting, trusted.find(fingerprint).isPresent());
    }

    private Certificate offered(Fingerprint readOut) throws IOException {
        for (State state : AssociationCertificates.UNACCEPTED) {
            Optional<Kept> newest = kept.find(readOut, state).stream().max(Comparator.comparing(Kept::since));
            if (newest.isPresent()) {
                return newest.get().certificate();
            }
        }
        throw new PartnerException(PartnerError.CERTIFICATE_NOT_READ_OUT, readOut);
    }

    private void requireGood(Certificate certificate, Instant now) {
        CertificateReport report = CertificateReport.of(certificate, policy, now);
        if (!report.isGood()) {
            throw new PartnerException(PartnerError.CERTIFICATE_NOT_GOOD, certificate.fingerprint(), report.refusals());
        }
    }
}
