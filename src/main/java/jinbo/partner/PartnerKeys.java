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

/** The insurer's own keys, the signing one first, and the association's certificates; several in a key rollover. */
public record PartnerKeys(List<SecretKeys> own, Set<Certificate> association) {

    public PartnerKeys {
        own = List.copyOf(own);
        association = Set.copyOf(association);
        if (own.isEmpty() || association.isEmpty()) {
            throw new IllegalArgumentException(
                    "An insurer needs a secret key of its own and the association's certificate");
        }
    }

    public static PartnerKeys load(Path own, Path association) throws IOException {
        try (InputStream in = Files.newInputStream(association)) {
            return new PartnerKeys(List.of(SecretKeys.load(own)), Set.of(Certificate.parse(in)));
        }
    }

    SecretKeys secret() {
        return own.stream().reduce(SecretKeys::and).orElseThrow();
    }

    /** The fingerprints of the own keys; manifests name their recipients by these. */
    Set<String> ownFingerprints() {
        return own.stream()
                .map(SecretKeys::certificate)
                .map(Certificate::fingerprint)
                .map(Fingerprint::value)
                .collect(Collectors.toSet());
    }

    /** The association's certificates that can encrypt. If none can, all certificates, so that sealing reports why. */
    Set<Certificate> recipients(Instant at, CryptoPolicy policy) {
        Set<Certificate> good = association.stream()
                .filter(certificate -> !certificate.encryptionKeys(at, policy).isEmpty())
                .collect(Collectors.toSet());
        return good.isEmpty() ? association : good;
    }
}
