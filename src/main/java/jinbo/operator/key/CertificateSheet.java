package jinbo.operator.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;

/** An insurer's certificate as it is shown; {@code acceptedUntil} is its bound or an earlier revocation. */
public record CertificateSheet(
        InsurerCode insurer,
        String fingerprint,
        List<String> userIds,
        Instant addedAt,
        Optional<Instant> acceptedFrom,
        Optional<Instant> acceptedUntil,
        boolean compromised,
        Optional<Instant> expiresAt,
        boolean maySign,
        boolean mayBeEncryptedTo) {

    public static CertificateSheet of(InsurerCertificate stored, CryptoPolicy policy, Instant now) {
        Certificate certificate = Certificate.parse(stored.encoded());
        return new CertificateSheet(
                stored.insurer(),
                stored.fingerprint(),
                certificate.userIds(),
                stored.addedAt(),
                stored.acceptance().from(),
                stored.acceptance().end(),
                stored.acceptance().isCompromised(),
                certificate.expiresAt(),
                stored.acceptance().isAcceptedAt(now)
                        && !certificate.signingKeys(now, policy).isEmpty(),
                stored.acceptance().isAcceptedAt(now)
                        && !certificate.encryptionKeys(now, policy).isEmpty());
    }
}
