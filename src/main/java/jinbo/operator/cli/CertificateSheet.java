package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;

/**
 * A certificate of an insurer as it stands now.
 *
 * @param insurer whose it is
 * @param fingerprint of the primary key
 * @param userIds what it calls itself; nothing proves that
 * @param addedAt when it was registered
 * @param acceptedFrom since when it counts, where that was bounded
 * @param acceptedUntil when it ends to count, by its bound or its revocation, whichever is earlier
 * @param compromised whether it was revoked because somebody else has its keys
 * @param expiresAt when the primary key ends, if it does
 * @param maySign whether uploads that it signs now are accepted
 * @param mayBeEncryptedTo whether answers and lists are encrypted to it now
 */
record CertificateSheet(
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

    /** Those of an insurer, the newest first. */
    static List<CertificateSheet> of(InsurerCode insurer, Installation installation) {
        return installation.get(InsurerCertificates.class).of(insurer).stream()
                .map(stored -> of(stored, installation))
                .toList();
    }

    static void tell(Page page, List<CertificateSheet> certificates) {
        page.table(
                "insurer fingerprint user_id added_at accepted_from accepted_until compromised expires_at signs encrypts",
                certificates,
                sheet -> Page.cells(
                        sheet.insurer,
                        sheet.fingerprint,
                        sheet.userIds.stream().findFirst(),
                        sheet.addedAt,
                        sheet.acceptedFrom,
                        sheet.acceptedUntil,
                        page.yesOrNo(sheet.compromised),
                        sheet.expiresAt,
                        page.yesOrNo(sheet.maySign),
                        page.yesOrNo(sheet.mayBeEncryptedTo)));
    }

    private static CertificateSheet of(InsurerCertificate stored, Installation installation) {
        Certificate certificate = Certificate.parse(stored.encoded());
        CryptoPolicy policy = installation.get(CryptoPolicy.class);
        Instant now = installation.now();
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
