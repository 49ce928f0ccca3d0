package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an operator should know before a certificate is accepted: all of it at once, good and bad, key by key.
 *
 * @param findings in the order to be read
 */
public record CertificateReport(List<CertificateFinding> findings) {

    public CertificateReport {
        findings = List.copyOf(findings);
    }

    /** Looks at a certificate as it is at an instant, under a policy. */
    public static CertificateReport of(Certificate certificate, CryptoPolicy policy, Instant at) {
        return new CertificateReport(new CertificateInspector(certificate, policy, at).findings());
    }

    /** Whether nothing stands against the certificate. */
    public boolean isGood() {
        return refusing().isEmpty();
    }

    /** The findings for which it is refused. */
    public List<CertificateFinding> refusing() {
        return findings.stream().filter(finding -> finding.code().refuses()).toList();
    }

    /** Why it is refused, in sentences; empty if it is good. */
    public String refusals() {
        return refusing().stream().map(CertificateFinding::sentence).collect(Collectors.joining(" "));
    }
}
