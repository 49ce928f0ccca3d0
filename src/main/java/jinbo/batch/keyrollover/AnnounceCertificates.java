package jinbo.batch.keyrollover;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jinbo.batch.DeliverSealedFile;
import jinbo.batch.Fence;
import jinbo.batch.LeaseLostException;
import jinbo.batch.Remark;
import jinbo.batch.SealToSpool;
import jinbo.batch.Spool;
import jinbo.batch.keyrollover.DueAnnouncements.DueAnnouncement;
import jinbo.exchange.format.OutboundFileName;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.CertificateAnnouncements.CertificateAnnouncement;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.FailureMessages;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.calendar.BusinessTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Delivers the association's due certificates to an insurer, before files that are signed with their keys. */
@Component
public record AnnounceCertificates(
        DueAnnouncements dueAnnouncements,
        AssociationKeys keys,
        CertificateAnnouncements certificateAnnouncements,
        DeliverSealedFile deliverSealedFile,
        Spool spool,
        Fence fence,
        FaultPointListener faultPointListener,
        Clock clock,
        SealToSpool sealToSpool) {

    private static final Logger LOG = LoggerFactory.getLogger(AnnounceCertificates.class);

    /** Delivers due certificates. Needs the insurer's lease. Returns a failure, because other deliveries continue. */
    public Optional<Remark> announce(Insurer insurer, DropSession drop) {
        try {
            for (DueAnnouncement due : dueAnnouncements.of(insurer)) {
                deliver(
                        insurer,
                        due.begun().filter(this::isDeliverable).orElseGet(() -> seal(insurer.code(), due, drop)));
            }
            return Optional.empty();
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Our certificate could not be announced to {}", insurer.code(), e);
            return Optional.of(
                    new Remark(insurer.code(), "our certificate could not be announced: " + FailureMessages.cause(e)));
        }
    }

    private void deliver(Insurer insurer, CertificateAnnouncement sealed) {
        deliverSealedFile.deliver(insurer.code(), spool.resolve(sealed.spooledAs()), FaultPoint.DELIVERING_CERTIFICATE);
        faultPointListener.reached(FaultPoint.CERTIFICATE_DELIVERED);
        fence.record(() -> certificateAnnouncements.delivered(sealed, clock.instant()));
    }

    /** True if the sealed file still exists, and the key that signed it is not compromised. */
    private boolean isDeliverable(CertificateAnnouncement sealed) {
        return Files.exists(spool.resolve(sealed.spooledAs()))
                && keys.openPgp().all().stream()
                        .anyMatch(key -> key.fingerprint().equals(sealed.signedBy()) && !key.isCompromised());
    }

    private CertificateAnnouncement seal(InsurerCode insurer, DueAnnouncement due, DropSession drop) {
        Instant now = clock.instant();
        OpenPgpKey signer = keys.openPgp().announcing(due.key(), now);
        String name = OutboundFileName.next(
                        OutboundFileName.Kind.CERTIFICATE,
                        insurer,
                        BusinessTime.dateOf(now),
                        certificateAnnouncements.of(insurer).stream().map(CertificateAnnouncement::name),
                        each -> drop.list(DropFolder.DOWNLOAD, seen -> each.accept(seen.name())))
                .fileName();
        Path target = spool.certificates(insurer).resolve(name);
        byte[] armored = due.certificate().armored().getBytes(StandardCharsets.US_ASCII);
        SealResult sealResult = sealToSpool.seal(insurer, target, out -> out.write(armored), signer);
        faultPointListener.reached(FaultPoint.CERTIFICATE_SEALED);
        CertificateAnnouncement certificateAnnouncement = new CertificateAnnouncement(
                insurer,
                due.certificate().fingerprint(),
                DueAnnouncements.sha256(due.certificate()),
                name,
                spool.relative(target),
                sealResult.sha256(),
                signer.fingerprint(),
                now,
                Optional.empty());
        fence.record(() -> certificateAnnouncements.record(certificateAnnouncement));
        faultPointListener.reached(FaultPoint.CERTIFICATE_RECORDED);
        return certificateAnnouncement;
    }
}
