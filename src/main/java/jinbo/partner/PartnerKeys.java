package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SecretKeys;

/**
 * The OpenPGP keys that an insurer needs.
 *
 * @param own the insurer's secret keys, each by itself: the current one first, behind it former ones that still decrypt
 * @param association the association's certificates; more than one while it changes its key
 */
public record PartnerKeys(List<SecretKeys> own, Set<Certificate> association) {

    /** @throws IllegalArgumentException if there is no own key, or no certificate of the association */
    public PartnerKeys {
        own = List.copyOf(own);
        association = Set.copyOf(association);
        if (own.isEmpty() || association.isEmpty()) {
            throw new IllegalArgumentException(
                    "An insurer needs a secret key of its own and the association's certificate");
        }
    }

    /**
     * Reads one own key without a passphrase and one certificate of the association.
     *
     * @throws jinbo.exchange.openpgp.UnusableKeyException if a file holds anything else
     */
    public static PartnerKeys load(Path own, Path association) throws IOException {
        try (InputStream in = Files.newInputStream(association)) {
            return new PartnerKeys(List.of(SecretKeys.load(own)), Set.of(Certificate.parse(in)));
        }
    }

    /** All own keys as one, for opening and for signing. */
    SecretKeys secret() {
        return own.stream().reduce(SecretKeys::and).orElseThrow();
    }

    /** The primary fingerprints of the own certificates, by which manifests name their recipients. */
    Set<String> ownFingerprints() {
        return own.stream()
                .map(SecretKeys::certificate)
                .map(Certificate::fingerprint)
                .map(Fingerprint::value)
                .collect(Collectors.toSet());
    }

    /** The association's certificates that can be encrypted to; all of them where none can, so that sealing says why. */
    Set<Certificate> recipients(Instant at, CryptoPolicy policy) {
        Set<Certificate> good = association.stream()
                .filter(certificate -> !certificate.encryptionKeys(at, policy).isEmpty())
                .collect(Collectors.toSet());
        return good.isEmpty() ? association : good;
    }
}
