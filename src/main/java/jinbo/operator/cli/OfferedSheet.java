package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.OfferedCertificate;
import jinbo.participant.insurer.OfferedCertificates;

/**
 * A certificate that an insurer has sent and nobody has decided on.
 *
 * @param copy the number by which {@code --copy} names it
 * @param insurer who sent it
 * @param fingerprint of its primary key, in groups of four; what the insurer reads out must be the same
 * @param userIds what it calls itself; nothing proves that
 * @param receivedAt when it came
 * @param expiresAt when it ends, if it does
 * @param findings what speaks for and against it now
 * @param refusedBefore that a copy of it was refused
 */
record OfferedSheet(
        long copy,
        InsurerCode insurer,
        String fingerprint,
        List<String> userIds,
        Instant receivedAt,
        Optional<Instant> expiresAt,
        List<CertificateReport.Finding> findings,
        Optional<OfferedCertificates.Refusal> refusedBefore) {

    static OfferedSheet of(OfferedCertificate offered, Installation installation) {
        Certificate certificate = Certificate.parse(offered.encoded());
        return new OfferedSheet(
                offered.inboundFile(),
                offered.insurer(),
                CertificateJudgement.inGroups(offered.fingerprint()),
                certificate.userIds(),
                offered.receivedAt(),
                certificate.expiresAt(),
                CertificateReport.of(certificate, installation.get(CryptoPolicy.class), installation.now())
                        .findings(),
                installation.get(OfferedCertificates.class).findRefusal(offered.insurer(), offered.fingerprint()));
    }

    void tell(Page page) {
        page.fields(
                "copy",
                Long.toString(copy),
                "insurer",
                insurer.value(),
                "fingerprint",
                fingerprint,
                "user_id",
                userIds.isEmpty() ? Page.NOTHING : String.join(", ", userIds),
                "received_at",
                Page.time(receivedAt),
                "expires_at",
                expiresAt.map(Page::time).orElse(Page.NOTHING));
        page.blank();
        CertificateJudgement.tell(findings, page);
        page.blank();
        refusedBefore.ifPresent(certificateRefusal -> page.say(
                "key.refused-before",
                Page.time(certificateRefusal.at()),
                names(certificateRefusal),
                certificateRefusal.reason()));
    }

    /** Those who have refused it. */
    static String names(OfferedCertificates.Refusal certificateRefusal) {
        return certificateRefusal.by().isEmpty() ? Page.NOTHING : String.join(", ", certificateRefusal.by());
    }
}
