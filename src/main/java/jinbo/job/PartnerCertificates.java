package jinbo.job;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import jinbo.envelope.Certificate;
import jinbo.envelope.CryptoPolicy;
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

    /** All that may have signed an upload; whether one was good at the time is judged with the signature. */
    public Set<Certificate> signersOf(InsurerCode insurer) {
        Set<Certificate> certificates = new LinkedHashSet<>();
        stored.of(insurer).forEach(certificate -> certificates.add(Certificate.parse(certificate.encoded())));
        return certificates;
    }

    /** Those that something can be encrypted to at an instant; empty if there are none. */
    public Set<Certificate> recipientsOf(InsurerCode insurer, Instant at) {
        Set<Certificate> certificates = signersOf(insurer);
        certificates.removeIf(
                certificate -> certificate.encryptionKeys(at, policy).isEmpty());
        return certificates;
    }
}
