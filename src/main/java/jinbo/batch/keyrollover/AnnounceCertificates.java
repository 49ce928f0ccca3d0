package jinbo.batch.keyrollover;

import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import jinbo.batch.DeliverSealedFile;
import jinbo.batch.Fence;
import jinbo.batch.LeaseLostException;
import jinbo.batch.Remark;
import jinbo.batch.Spool;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.CertificateAnnouncements.CertificateAnnouncement;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.error.FailureMessages;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts the certificates of our own that are due to an insurer on its drop, each once: what was sealed and recorded before a
 * process died goes out as the same bytes under the same name. Both jobs do it before anything else, so that an insurer has a
 * key before what it signs.
 */
@Component
public record AnnounceCertificates(
        DueAnnouncements dueAnnouncements,
        SealCertificate sealCertificate,
        AssociationKeys keys,
        CertificateAnnouncements certificateAnnouncements,
        DeliverSealedFile deliverSealedFile,
        Spool spool,
        Fence fence,
        FaultPointListener faultPointListener,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(AnnounceCertificates.class);

    /**
     * Announces to an insurer whose lease is held, over its open drop. What fails is left for the next run and keeps nothing else
     * from the insurer.
     *
     * @return what could not be announced, and why; empty if nothing is left
     * @throws LeaseLostException if the insurer's lease is another process's
     */
    public Optional<Remark> to(Insurer insurer, DropSession drop) {
        try {
            for (DueAnnouncement due : dueAnnouncements.of(insurer)) {
                deliver(
                        insurer,
                        due.begun()
                                .filter(this::canGo)
                                .orElseGet(() -> sealCertificate.seal(insurer.code(), due, drop)));
            }
            return Optional.empty();
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("A certificate of our own could not be announced to {}", insurer.code(), e);
            return Optional.of(new Remark(
                    insurer.code(), "a certificate of our own could not be announced: " + FailureMessages.cause(e)));
        }
    }

    private void deliver(Insurer insurer, CertificateAnnouncement sealed) {
        deliverSealedFile.deliver(insurer.code(), spool.resolve(sealed.spooledAs()), FaultPoint.DELIVERING_CERTIFICATE);
        faultPointListener.reached(FaultPoint.CERTIFICATE_DELIVERED);
        fence.record(() -> certificateAnnouncements.delivered(sealed, clock.instant()));
    }

    /** Whether what was sealed before is still there, and signed by a key that somebody may rely on. */
    private boolean canGo(CertificateAnnouncement sealed) {
        return Files.exists(spool.resolve(sealed.spooledAs()))
                && keys.openPgp().all().stream()
                        .anyMatch(key -> key.fingerprint().equals(sealed.signedBy()) && !key.isCompromised());
    }
}
