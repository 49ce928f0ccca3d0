package jinbo.job;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import jinbo.envelope.AcceptedSigner;
import jinbo.envelope.Certificate;
import jinbo.envelope.CryptoPolicy;
import jinbo.insurer.Acceptance;
import jinbo.insurer.InsurerCertificate;
import jinbo.insurer.InsurerCertificates;
import jinbo.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** The certificates of an insurer, ready for use. */
@Component
public class PartnerCertificates {

    private final InsurerCertificates stored;
    private final CryptoPolicy policy;

    PartnerCertificates(InsurerCertificates stored, CryptoPolicy policy) {
        this.stored = stored;
        this.policy = policy;
    }

    /** All that may have signed an upload, and for how long each counts; the rest is judged with the signature. */
    public Set<AcceptedSigner> signersOf(InsurerCode insurer) {
        Set<AcceptedSigner> signers = new LinkedHashSet<>();
        stored.of(insurer).forEach(certificate -> signers.add(signer(certificate)));
        return signers;
    }

    /** Those that something can be encrypted to at an instant; empty if there are none. */
    public Set<Certificate> recipientsOf(InsurerCode insurer, Instant at) {
        Set<Certificate> recipients = new LinkedHashSet<>();
        signersOf(insurer).stream()
                .filter(signer -> signer.countsAt(at))
                .map(AcceptedSigner::certificate)
                .filter(certificate -> !certificate.encryptionKeys(at, policy).isEmpty())
                .forEach(recipients::add);
        return recipients;
    }

    private static AcceptedSigner signer(InsurerCertificate stored) {
        Acceptance acceptance = stored.acceptance();
        return new AcceptedSigner(
                Certificate.parse(stored.encoded()), acceptance.from(), acceptance.end(), acceptance.isCompromised());
    }
}
