package jinbo.job.collect;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.association.AssociationKeys;
import jinbo.envelope.Certificate;
import jinbo.envelope.CertificateFinding;
import jinbo.envelope.CertificateReport;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.Fingerprint;
import jinbo.envelope.UnusableKeyException;
import jinbo.exchange.FindingCode;
import jinbo.insurer.InsurerCertificates;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.InsurerException;
import jinbo.job.PartnerCertificates;
import jinbo.samplekey.SampleKeys;
import org.springframework.stereotype.Component;

/** Judges a certificate that an insurer has sent: whether it could count as the insurer's next one. */
@Component
class JudgeCertificate {

    private final CryptoPolicy policy;
    private final AssociationKeys ours;
    private final InsurerCertificates certificates;
    private final PartnerCertificates copies;
    private final SampleKeys samples;

    JudgeCertificate(
            CryptoPolicy policy,
            AssociationKeys ours,
            InsurerCertificates certificates,
            PartnerCertificates copies,
            SampleKeys samples) {
        this.policy = policy;
        this.ours = ours;
        this.certificates = certificates;
        this.copies = copies;
        this.samples = samples;
    }

    /** What was found. */
    sealed interface Judgement {

        /** It could count. */
        record Good(Certificate certificate) implements Judgement {}

        /**
         * It is a copy of one that is here, and holds a revocation that is not.
         *
         * @param more whether it holds more that is new, and is good
         */
        record Revokes(Certificate certificate, boolean more) implements Judgement {}

        /**
         * It cannot, or does already.
         *
         * @param detail for operators
         */
        record Found(FindingCode code, String detail) implements Judgement {}
    }

    /**
     * Reads and judges.
     *
     * @param clear the bytes that were inside the envelope; read up to a limit, and not closed
     * @param at the time of receipt, at which its keys must be good
     * @throws IOException what the stream throws; never because of what it holds
     */
    Judgement judge(InsurerCode insurer, InputStream clear, Instant at) throws IOException {
        Certificate certificate;
        try {
            certificate = Certificate.parse(clear);
        } catch (UnusableKeyException e) {
            return new Judgement.Found(FindingCode.CERTIFICATE_INVALID, String.valueOf(e.getMessage()));
        }
        try {
            return judge(insurer, certificate, at);
        } catch (UnusableKeyException tooLargeTogether) {
            return new Judgement.Found(FindingCode.CERTIFICATE_INVALID, String.valueOf(tooLargeTogether.getMessage()));
        }
    }

    private Judgement judge(InsurerCode insurer, Certificate certificate, Instant at) {
        return sample(certificate)
                .or(() -> notFree(insurer, certificate))
                .or(() -> revocation(insurer, certificate, at))
                .or(() -> notGood(copies.joinedWithCopy(insurer, certificate), at))
                .or(() -> known(insurer, copies.joinedWithCopy(insurer, certificate), at))
                .orElseGet(() -> new Judgement.Good(certificate));
    }

    private Optional<Judgement> sample(Certificate certificate) {
        return samples.fault(
                        certificate.allKeys().stream().map(Fingerprint::value).toList())
                .flatMap(fault -> found(FindingCode.CERTIFICATE_INVALID, fault));
    }

    private Optional<Judgement> notFree(InsurerCode insurer, Certificate certificate) {
        String fingerprint = certificate.fingerprint().value();
        if (ours.openPgp().hold(certificate.fingerprint())) {
            return found(FindingCode.CERTIFICATE_TAKEN, "The certificate " + fingerprint + " is the association's own");
        }
        try {
            certificates.requireFree(insurer, fingerprint);
            return Optional.empty();
        } catch (InsurerException.CertificateTaken e) {
            return found(FindingCode.CERTIFICATE_TAKEN, String.valueOf(e.getMessage()));
        } catch (InsurerException.CertificateRevoked e) {
            return found(FindingCode.CERTIFICATE_REVOKED, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Judgement> revocation(InsurerCode insurer, Certificate certificate, Instant at) {
        return copies.copyOf(insurer, certificate.fingerprint())
                .filter(here -> !here.withRevocationsOf(certificate).equals(here))
                .map(here -> new Judgement.Revokes(
                        certificate,
                        certificate.saysMoreThan(here)
                                && CertificateReport.of(certificate, policy, at).isGood()));
    }

    private Optional<Judgement> notGood(Certificate certificate, Instant at) {
        CertificateReport report = CertificateReport.of(certificate, policy, at);
        return report.isGood() ? Optional.empty() : found(FindingCode.CERTIFICATE_INVALID, inWords(report));
    }

    private Optional<Judgement> known(InsurerCode insurer, Certificate certificate, Instant at) {
        boolean known = certificates.of(insurer).stream()
                .filter(stored -> stored.acceptance().holdsAt(at))
                .map(stored -> Certificate.parse(stored.encoded()))
                .anyMatch(stored ->
                        stored.fingerprint().equals(certificate.fingerprint()) && !certificate.saysMoreThan(stored));
        return known
                ? found(
                        FindingCode.CERTIFICATE_KNOWN,
                        "The certificate " + certificate.fingerprint() + " counts already")
                : Optional.empty();
    }

    private static Optional<Judgement> found(FindingCode code, String detail) {
        return Optional.of(new Judgement.Found(code, detail));
    }

    private static String inWords(CertificateReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code().refuses())
                .map(CertificateFinding::sentence)
                .collect(Collectors.joining(" "));
    }
}
