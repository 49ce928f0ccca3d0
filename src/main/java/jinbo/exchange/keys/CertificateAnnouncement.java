package jinbo.exchange.keys;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.InsurerCode;

/**
 * A certificate of our own on its way to an insurer, whose sealed bytes are durable in the spool.
 *
 * @param certificateSha256 of the certificate as it is announced; another signature in it makes it another one
 * @param spooledAs its path below the spool folder
 * @param sha256 of the sealed bytes
 * @param signedBy the key of ours that it is signed with
 * @param deliveredAt since when it lies on the drop, if it does
 */
public record CertificateAnnouncement(
        InsurerCode insurer,
        Fingerprint fingerprint,
        String certificateSha256,
        String name,
        String spooledAs,
        String sha256,
        Fingerprint signedBy,
        Instant sealedAt,
        Optional<Instant> deliveredAt) {

    public boolean isDelivered() {
        return deliveredAt.isPresent();
    }
}
