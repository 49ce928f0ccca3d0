package jinbo.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;

/** What people say of a certificate that came in the association's name, after they have called it. */
public final class DecideOnCertificate {

    private final AssociationCertificates kept;
    private final TrustedAssociationCertificates counting;
    private final CryptoPolicy policy;

    public DecideOnCertificate(PartnerFolder folder, PartnerSettings settings, CryptoPolicy policy) {
        this.kept = new AssociationCertificates(folder);
        this.counting = new TrustedAssociationCertificates(folder, settings);
        this.policy = policy;
    }

    /** @param counts whether the certificate counts all the same, without what the copy would have added */
    public record Refused(Certificate certificate, boolean counts) {}

    /**
     * Lets one count that waits, or that was refused by mistake, together with what counted of the same fingerprint.
     *
     * @param readOut as the association has read it out on the telephone
     * @throws PartnerException if none of that fingerprint came, or it is good for nothing now
     * @throws jinbo.exchange.openpgp.UnusableKeyException if it is too large together with what counted
     */
    public Certificate accept(Fingerprint readOut, Instant now) throws IOException {
        Certificate accepted = offered(readOut);
        Optional<Certificate> before = counting.find(readOut);
        if (before.isPresent()) {
            accepted = before.get().mergedWith(accepted);
        }
        for (State state : State.values()) {
            for (Kept copy : kept.of(readOut, state)) {
                accepted = accepted.withRevocationsOf(copy.certificate());
            }
        }
        requireGood(accepted, now);
        kept.keep(accepted, State.ACCEPTED, now);
        for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
            kept.forget(readOut, state);
        }
        return accepted;
    }

    /**
     * Lets one that waits not count; copies of it that come later wait no more. Where the certificate counts already, that is so
     * of copies that say nothing beyond this one.
     *
     * @throws PartnerException if none of that fingerprint waits
     */
    public Refused refuse(Fingerprint fingerprint, Instant now) throws IOException {
        Certificate waiting = kept.of(fingerprint, State.WAITING).stream()
                .findFirst()
                .map(Kept::certificate)
                .orElseThrow(() -> new PartnerException(PartnerError.CERTIFICATE_NOT_WAITING, fingerprint));
        kept.keep(waiting, State.REFUSED, now);
        kept.forget(fingerprint, State.WAITING);
        return new Refused(waiting, counting.find(fingerprint).isPresent());
    }

    private Certificate offered(Fingerprint readOut) throws IOException {
        for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
            Optional<Kept> newest = kept.of(readOut, state).stream().max(Comparator.comparing(Kept::since));
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
