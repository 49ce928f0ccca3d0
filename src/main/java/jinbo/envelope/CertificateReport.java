package jinbo.envelope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.envelope.CertificateFinding.Code;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * What an operator should know before a certificate is accepted: all of it at once, good and bad.
 *
 * @param findings in the order to be read
 */
public record CertificateReport(List<CertificateFinding> findings) {

    public CertificateReport {
        findings = List.copyOf(findings);
    }

    /** Looks at a certificate as it is at an instant, under a policy. */
    public static CertificateReport of(Certificate certificate, CryptoPolicy policy, Instant at) {
        List<CertificateFinding> findings = new ArrayList<>();
        KeyValidity validity = certificate.validity(policy, at);
        Optional<String> primaryFault = validity.primaryFault();
        if (primaryFault.isPresent()) {
            findings.add(new CertificateFinding(
                    Code.PRIMARY_NOT_GOOD,
                    "The primary key " + certificate.fingerprint() + " is not good: " + primaryFault.get()
                            + ". Ask for a new certificate."));
            return new CertificateReport(findings);
        }
        certificate
                .expiresAt()
                .ifPresent(end -> findings.add(new CertificateFinding(
                        Code.EXPIRES, "The certificate expires at " + end + "; ask for its successor before.")));
        for (PGPPublicKey key : certificate.keys()) {
            describe(key, validity, findings);
        }
        require(KeyUse.SIGN, certificate, policy, at, Code.NO_SIGNING_KEY, findings);
        require(KeyUse.ENCRYPT, certificate, policy, at, Code.NO_ENCRYPTION_KEY, findings);
        return new CertificateReport(findings);
    }

    /** Whether nothing stands against the certificate. */
    public boolean isGood() {
        return findings.stream().noneMatch(finding -> finding.code().refuses());
    }

    private static void describe(PGPPublicKey key, KeyValidity validity, List<CertificateFinding> findings) {
        Fingerprint name = Fingerprint.of(key.getFingerprint());
        Optional<String> whyNotSign = validity.fault(key, KeyUse.SIGN);
        Optional<String> whyNotEncrypt = validity.fault(key, KeyUse.ENCRYPT);
        if (whyNotSign.isEmpty()) {
            findings.add(new CertificateFinding(Code.SIGNING_KEY, "The key " + name + " may sign."));
        }
        if (whyNotEncrypt.isEmpty()) {
            findings.add(new CertificateFinding(Code.ENCRYPTION_KEY, "The key " + name + " may be encrypted to."));
        }
        if (whyNotSign.isPresent() && whyNotEncrypt.isPresent() && !key.isMasterKey()) {
            String why = key.isEncryptionKey() ? whyNotEncrypt.get() : whyNotSign.get();
            findings.add(new CertificateFinding(Code.KEY_NOT_USED, "The key " + name + " is not used: " + why + "."));
        }
    }

    private static void require(
            KeyUse use,
            Certificate certificate,
            CryptoPolicy policy,
            Instant at,
            Code missing,
            List<CertificateFinding> findings) {
        if (certificate.goodKeys(use, at, policy).isEmpty()) {
            findings.add(new CertificateFinding(
                    missing,
                    "No key of the certificate may " + use.verb() + ". Ask for one with such a subkey that is bound,"
                            + " flagged, not expired and strong enough."));
        }
    }
}
