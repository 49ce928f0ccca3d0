package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator should know before a certificate is accepted: all of it at once, good and bad, key by key. */
public record CertificateReport(List<Finding> findings) {

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

    public List<Finding> refusing() {
        return findings.stream().filter(finding -> finding.code().refuses()).toList();
    }

    /** Why it is refused, in sentences; empty if it is good. */
    public String refusals() {
        return refusing().stream().map(Finding::sentence).collect(Collectors.joining(" "));
    }

    /**
     * One thing that was found when a certificate was looked at.
     *
     * @param sentence what is so, and what to do where it is bad
     * @param key fingerprint of the key that it is about; of the primary key where it is about the whole certificate
     * @param algorithm what that key is, in words: {@code RSA of 3072 bits}
     * @param until from when on it holds no more, where that is what was found
     * @param why it is not used or ends; empty where there is nothing to explain
     */
    public record Finding(
            Code code,
            String sentence,
            Fingerprint key,
            String algorithm,
            Optional<Instant> until,
            Optional<KeyFault> why) {

        public enum Code {
            SIGNING_KEY,
            ENCRYPTION_KEY,
            /** The primary key does neither, and vouches for its subkeys. */
            CERTIFYING_KEY,
            /** The certificate, or a key of it, ends on a day to be remembered, as its owner stated. */
            EXPIRES,
            /** The algorithm of a key is accepted to a day only. */
            POLICY_ENDS,
            /** A key of the certificate is passed over; another may do. */
            KEY_NOT_USED,
            /** The primary key is expired, revoked, too weak or not validly signed by itself. */
            PRIMARY_NOT_GOOD,
            NO_SIGNING_KEY,
            NO_ENCRYPTION_KEY;

            public boolean refuses() {
                return switch (this) {
                    case PRIMARY_NOT_GOOD, NO_SIGNING_KEY, NO_ENCRYPTION_KEY -> true;
                    case SIGNING_KEY, ENCRYPTION_KEY, CERTIFYING_KEY, EXPIRES, POLICY_ENDS, KEY_NOT_USED -> false;
                };
            }
        }
    }
}
