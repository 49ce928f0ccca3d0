package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.CertificateReport.Finding.Code;
import org.bouncycastle.openpgp.PGPPublicKey;

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

    /**
     * Looks at a certificate key by key: what each may do, when it ends and by whose word, or why it is passed over.
     */
    static final class CertificateInspector {

        private final Certificate certificate;
        private final CryptoPolicy policy;
        private final Instant at;
        private final KeyValidity validity;
        private final List<CertificateReport.Finding> findings = new ArrayList<>();

        CertificateInspector(Certificate certificate, CryptoPolicy policy, Instant at) {
            this.certificate = certificate;
            this.policy = policy;
            this.at = at;
            this.validity = certificate.validity(policy, at);
        }

        List<CertificateReport.Finding> findings() {
            certificate.keys().forEach(this::lookAt);
            if (validity.primaryFault().isEmpty()) {
                require(KeyUse.SIGN, Code.NO_SIGNING_KEY);
                require(KeyUse.ENCRYPT, Code.NO_ENCRYPTION_KEY);
            }
            return List.copyOf(findings);
        }

        private void lookAt(PGPPublicKey key) {
            Optional<KeyFault> whyNotSign = validity.fault(key, KeyUse.SIGN);
            Optional<KeyFault> whyNotEncrypt = validity.fault(key, KeyUse.ENCRYPT);
            if (isPrimary(key) && validity.primaryFault().isPresent()) {
                KeyFault why = validity.primaryFault().get();
                add(
                        key,
                        Code.PRIMARY_NOT_GOOD,
                        "is not good: " + why + ". Ask for a new certificate.",
                        Optional.empty(),
                        Optional.of(why));
                return;
            }
            if (whyNotSign.isPresent() && whyNotEncrypt.isPresent() && !isPrimary(key)) {
                KeyFault why = key.isEncryptionKey() ? whyNotEncrypt.get() : whyNotSign.get();
                add(key, Code.KEY_NOT_USED, "is not used: " + why + ".", Optional.empty(), Optional.of(why));
                return;
            }
            if (whyNotSign.isEmpty()) {
                add(key, Code.SIGNING_KEY, "may sign.");
            }
            if (whyNotEncrypt.isEmpty()) {
                add(key, Code.ENCRYPTION_KEY, "may be encrypted to.");
            }
            if (whyNotSign.isPresent() && whyNotEncrypt.isPresent()) {
                add(key, Code.CERTIFYING_KEY, "vouches for the other keys.");
            }
            tellEnds(key);
        }

        /** The first one, whatever it can do: Bouncy Castle takes one that can only be encrypted to for a subkey. */
        private boolean isPrimary(PGPPublicKey key) {
            return Arrays.equals(key.getFingerprint(), certificate.keys().get(0).getFingerprint());
        }

        private void tellEnds(PGPPublicKey key) {
            validity.end(key)
                    .ifPresent(end -> add(
                            key,
                            Code.EXPIRES,
                            "expires at " + end + "; ask for its successor before.",
                            Optional.of(end),
                            Optional.empty()));
            policy.endOf(KeyAlgorithm.of(key)).ifPresent(rule -> {
                KeyFault why = KeyFault.of(KeyFault.Kind.ACCEPTED_UNTIL_THEN, rule.name(), rule.source());
                String predicate =
                        "is good to the end of " + rule.lastDay().orElseThrow() + " at the longest: " + why + ".";
                add(key, Code.POLICY_ENDS, predicate, rule.end(), Optional.of(why));
            });
        }

        private void require(KeyUse use, Code missing) {
            if (certificate.usableKeys(use, at, policy).isEmpty()) {
                PGPPublicKey primary = certificate.keys().get(0);
                findings.add(new CertificateReport.Finding(
                        missing,
                        "No key of the certificate may " + use.verb()
                                + ". Ask for one with such a subkey that is bound,"
                                + " flagged, not expired and strong enough.",
                        Fingerprint.of(primary.getFingerprint()),
                        policy.describe(KeyAlgorithm.of(primary)),
                        Optional.empty(),
                        Optional.empty()));
            }
        }

        private void add(PGPPublicKey key, Code code, String predicate) {
            add(key, code, predicate, Optional.empty(), Optional.empty());
        }

        private void add(
                PGPPublicKey key, Code code, String predicate, Optional<Instant> until, Optional<KeyFault> why) {
            Fingerprint name = Fingerprint.of(key.getFingerprint());
            String algorithm = policy.describe(KeyAlgorithm.of(key));
            String subject = (isPrimary(key) ? "The primary key " : "The subkey ") + name + " (" + algorithm + ") ";
            findings.add(new CertificateReport.Finding(code, subject + predicate, name, algorithm, until, why));
        }
    }
}
