package jinbo.job.collect;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.stream.Collectors;
import jinbo.association.AssociationKeys;
import jinbo.envelope.Certificate;
import jinbo.envelope.CertificateFinding;
import jinbo.envelope.CertificateReport;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.UnusableKeyException;
import jinbo.exchange.FindingCode;
import jinbo.insurer.InsurerCertificates;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.InsurerException;
import org.springframework.stereotype.Component;

/** Judges a certificate that an insurer has sent: whether it could count as the insurer's next one. */
@Component
class JudgeCertificate {

    private final CryptoPolicy policy;
    private final AssociationKeys ours;
    private final InsurerCertificates certificates;

    JudgeCertificate(CryptoPolicy policy, AssociationKeys ours, InsurerCertificates certificates) {
        this.policy = policy;
        this.ours = ours;
        this.certificates = certificates;
    }

    /** What was found. */
    sealed interface Judgement {

        /** It could count. */
        record Good(Certificate certificate) implements Judgement {}

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
        CertificateReport report = CertificateReport.of(certificate, policy, at);
        return report.isGood()
                ? amongOthers(insurer, certificate)
                : new Judgement.Found(FindingCode.CERTIFICATE_INVALID, inWords(report));
    }

    private Judgement amongOthers(InsurerCode insurer, Certificate certificate) {
        String fingerprint = certificate.fingerprint().value();
        if (ours.openPgp().hold(certificate.fingerprint())) {
            return new Judgement.Found(
                    FindingCode.CERTIFICATE_TAKEN, "The certificate " + fingerprint + " is the association's own");
        }
        try {
            certificates.requireFree(insurer, fingerprint);
        } catch (InsurerException.CertificateTaken e) {
            return new Judgement.Found(FindingCode.CERTIFICATE_TAKEN, String.valueOf(e.getMessage()));
        } catch (InsurerException.CertificateRevoked e) {
            return new Judgement.Found(FindingCode.CERTIFICATE_REVOKED, String.valueOf(e.getMessage()));
        }
        boolean known = certificates.of(insurer).stream()
                .anyMatch(stored -> Certificate.parse(stored.encoded()).equals(certificate));
        return known
                ? new Judgement.Found(
                        FindingCode.CERTIFICATE_KNOWN, "The certificate " + fingerprint + " counts already")
                : new Judgement.Good(certificate);
    }

    private static String inWords(CertificateReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code().refuses())
                .map(CertificateFinding::sentence)
                .collect(Collectors.joining(" "));
    }
}
