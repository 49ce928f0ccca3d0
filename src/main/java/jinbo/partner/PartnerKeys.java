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

/** The own secret keys begin with the signing one. The association has several certificates during a key rollover. */
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

    /** Manifests name their recipients by these. */
    Set<String> ownFingerprints() {
        return own.stream()
                .map(SecretKeys::certificate)
                .map(Certificate::fingerprint)
                .map(Fingerprint::value)
                .collect(Collectors.toSet());
    }

    /** The certificates that can encrypt; all if none can, so that sealing reports the reason. */
    Set<Certificate> recipients(Instant at, CryptoPolicy policy) {
        Set<Certificate> good = association.stream()
                .filter(certificate -> !certificate.encryptionKeys(at, policy).isEmpty())
                .collect(Collectors.toSet());
        return good.isEmpty() ? association : good;
    }
}
