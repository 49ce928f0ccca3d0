package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.CertificateReport.Finding.Code;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.jspecify.annotations.Nullable;

/** The findings about a certificate, good and bad, for the operator who accepts it. */
public record CertificateReport(List<Finding> findings) {

    public CertificateReport {
        findings = List.copyOf(findings);
    }

    public static CertificateReport of(Certificate certificate, CryptoPolicy policy, Instant at) {
        return new CertificateReport(new CertificateInspector(certificate, policy, at).findings());
    }

    public boolean isGood() {
        return refusing().isEmpty();
    }

    public List<Finding> refusing() {
        return findings.stream().filter(finding -> finding.code().refuses()).toList();
    }

    /** The sentences of all findings for which the certificate is refused; empty if it is good. */
    public String refusals() {
        return refusing().stream().map(Finding::sentence).collect(Collectors.joining(" "));
    }

    /**
     * @param sentence the finding, and what to do about a bad one
     * @param key the primary key if the finding is about the whole certificate
     * @param algorithm of that key, for example {@code RSA of 3072 bits}
     * @param until when the key ends, for the codes about an end
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
            /** The primary key only certifies its subkeys; it neither signs nor decrypts. */
            CERTIFYING_KEY,
            /** A key expires, as its owner has stated. */
            EXPIRES,
            /** A key's algorithm is accepted only up to a day. */
            POLICY_ENDS,
            KEY_NOT_USED,
            /** The primary key is expired, revoked, too weak or has no valid self-signature. */
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

    private static final class CertificateInspector {

        private final Certificate certificate;
        private final CryptoPolicy policy;
        private final Instant at;
        private final KeyValidity validity;
        private final List<Finding> findings = new ArrayList<>();

        CertificateInspector(Certificate certificate, CryptoPolicy policy, Instant at) {
            this.certificate = certificate;
            this.policy = policy;
            this.at = at;
            this.validity = certificate.validity(policy, at);
        }

        List<Finding> findings() {
            certificate.keys().forEach(this::inspect);
            if (validity.primaryFault().isEmpty()) {
                require(KeyUse.SIGN, Code.NO_SIGNING_KEY);
                require(KeyUse.ENCRYPT, Code.NO_ENCRYPTION_KEY);
            }
            return List.copyOf(findings);
        }

        private void inspect(PGPPublicKey key) {
            String subject = (isPrimary(key) ? "The primary key " : "The subkey ")
                    + Fingerprint.of(key.getFingerprint()) + " (" + policy.describe(KeyAlgorithm.of(key)) + ") ";
            Optional<KeyFault> whyNotSign = validity.fault(key, KeyUse.SIGN);
            Optional<KeyFault> whyNotEncrypt = validity.fault(key, KeyUse.ENCRYPT);
            if (isPrimary(key) && validity.primaryFault().isPresent()) {
                KeyFault why = validity.primaryFault().get();
                String predicate = "is not good: " + why + ". Ask for a new certificate.";
                add(key, Code.PRIMARY_NOT_GOOD, subject + predicate, null, why);
                return;
            }
            if (whyNotSign.isPresent() && whyNotEncrypt.isPresent() && !isPrimary(key)) {
                KeyFault why = key.isEncryptionKey() ? whyNotEncrypt.get() : whyNotSign.get();
                add(key, Code.KEY_NOT_USED, subject + "is not used: " + why + ".", null, why);
                return;
            }
            if (whyNotSign.isEmpty()) {
                add(key, Code.SIGNING_KEY, subject + "may sign.", null, null);
            }
            if (whyNotEncrypt.isEmpty()) {
                add(key, Code.ENCRYPTION_KEY, subject + "may be encrypted to.", null, null);
            }
            if (whyNotSign.isPresent() && whyNotEncrypt.isPresent()) {
                add(key, Code.CERTIFYING_KEY, subject + "vouches for the other keys.", null, null);
            }
            validity.end(key).ifPresent(end -> {
                String predicate = "expires at " + end + "; ask for its successor before.";
                add(key, Code.EXPIRES, subject + predicate, end, null);
            });
            policy.endOf(KeyAlgorithm.of(key)).ifPresent(rule -> {
                KeyFault why = KeyFault.of(KeyFault.Kind.ACCEPTED_UNTIL_THEN, rule.name(), rule.source());
                String predicate =
                        "is good to the end of " + rule.lastDay().orElseThrow() + " at the longest: " + why + ".";
                add(key, Code.POLICY_ENDS, subject + predicate, rule.end().orElseThrow(), why);
            });
        }

        /** Not as Bouncy Castle decides, which takes a primary key that can only encrypt for a subkey. */
        private boolean isPrimary(PGPPublicKey key) {
            return Arrays.equals(key.getFingerprint(), certificate.keys().get(0).getFingerprint());
        }

        private void require(KeyUse use, Code missing) {
            if (certificate.usableKeys(use, at, policy).isEmpty()) {
                String sentence = "No key of the certificate may " + use.verb()
                        + ". Ask for one with such a subkey that is bound, flagged, not expired and strong enough.";
                add(certificate.keys().get(0), missing, sentence, null, null);
            }
        }

        private void add(
                PGPPublicKey key, Code code, String sentence, @Nullable Instant until, @Nullable KeyFault why) {
            findings.add(new Finding(
                    code,
                    sentence,
                    Fingerprint.of(key.getFingerprint()),
                    policy.describe(KeyAlgorithm.of(key)),
                    Optional.ofNullable(until),
                    Optional.ofNullable(why)));
        }
    }
}
