package jinbo.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.CertificateAcceptance;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

@Component
public class PartnerCertificates {

    private final InsurerCertificates stored;
    private final CryptoPolicy policy;
    private final Clock clock;
    private final CertificateCache known = new CertificateCache();

    PartnerCertificates(InsurerCertificates stored, CryptoPolicy policy, Clock clock) {
        this.stored = stored;
        this.policy = policy;
        this.clock = clock;
    }

    /** All that may have signed an upload, and for how long each counts; the rest is judged with the signature. */
    public Set<AcceptedSigner> signersOf(InsurerCode insurer) {
        Set<AcceptedSigner> signers = new LinkedHashSet<>();
        stored.of(insurer).forEach(certificate -> signers.add(signer(certificate)));
        return signers;
    }

    /** The copy of a certificate that is here; empty if the insurer has none. */
    public Optional<Certificate> copyOf(InsurerCode insurer, Fingerprint fingerprint) {
        return stored.of(insurer).stream()
                .filter(certificate -> certificate.fingerprint().equals(fingerprint.value()))
                .map(certificate -> known.of(certificate.encoded()))
                .findFirst();
    }

    /** A certificate as it would count: together with the copy that is here, if one is. */
    public Certificate joinedWithCopy(InsurerCode insurer, Certificate sent) {
        return copyOf(insurer, sent.fingerprint())
                .map(here -> here.mergedWith(sent))
                .orElse(sent);
    }

    /** Accepts one; where a copy of it is here, both become one, so that no revocation gets lost. */
    public void add(InsurerCertificate certificate) {
        stored.add(certificate, PartnerCertificates::joined);
    }

    /** What {@link InsurerCertificates#add} is to make of two copies. */
    public static byte[] joined(byte[] here, byte[] added) {
        return Certificate.parse(here).mergedWith(Certificate.parse(added)).encoded();
    }

    /** Whether a copy of a certificate that is here holds a revocation that was not known. */
    public boolean revokes(InsurerCode insurer, Certificate sent) {
        return copyOf(insurer, sent.fingerprint())
                .filter(here -> here.gainsRevocationsFrom(sent))
                .isPresent();
    }

    /**
     * Takes the insurer's own revocations out of a copy of a certificate that is here. They count at once, whoever has sent
     * them: the owner has signed them.
     *
     * @return whether there was one that was not known
     */
    public boolean takeRevocations(InsurerCode insurer, Certificate copy) {
        boolean revokes = revokes(insurer, copy);
        if (revokes) {
            stored.extend(
                    insurer,
                    copy.fingerprint().value(),
                    known -> Certificate.parse(known).withRevocationsOf(copy).encoded());
        }
        return revokes;
    }

    /** Those that something can be encrypted to now; empty if there are none. */
    public Set<Certificate> recipientsOf(InsurerCode insurer) {
        Instant at = clock.instant();
        Set<Certificate> recipients = new LinkedHashSet<>();
        signersOf(insurer).stream()
                .filter(signer -> signer.isAcceptedAt(at))
                .map(AcceptedSigner::certificate)
                .filter(certificate -> !certificate.encryptionKeys(at, policy).isEmpty())
                .forEach(recipients::add);
        return recipients;
    }

    private AcceptedSigner signer(InsurerCertificate stored) {
        CertificateAcceptance certificateAcceptance = stored.acceptance();
        return new AcceptedSigner(
                known.of(stored.encoded()),
                certificateAcceptance.from(),
                certificateAcceptance.end(),
                certificateAcceptance.isCompromised());
    }
}
