package jinbo.batch.keyrollover;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.batch.Fence;
import jinbo.batch.SealToSpool;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.exchange.format.CertificateFileName;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.CertificateAnnouncements.CertificateAnnouncement;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.openpgp.SealResult;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Seals a certificate of our own for an insurer into the spool, under the next free name of the day, and records it. */
@Component
record SealCertificate(
        AssociationKeys keys,
        CertificateAnnouncements certificateAnnouncements,
        SealToSpool sealToSpool,
        Spool spool,
        Fence fence,
        FaultPointListener faultPointListener,
        Clock clock) {

    CertificateAnnouncement seal(InsurerCode insurer, DueAnnouncement due, DropSession drop) {
        Instant now = clock.instant();
        OpenPgpKey signer = keys.openPgp().announcing(due.key(), now);
        String name = nextName(insurer, BusinessTime.dateOf(now), drop).fileName();
        Path target = spool.certificates(insurer).resolve(name);
        SealResult sealResult = seal(insurer, target, due.certificate().armored(), signer);
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

    private SealResult seal(InsurerCode insurer, Path target, String armored, OpenPgpKey signer) {
        try {
            return sealToSpool.seal(
                    insurer, target, out -> out.write(armored.getBytes(StandardCharsets.US_ASCII)), signer);
        } catch (IOException e) {
            throw new SpoolException("write", target.getFileName().toString(), e);
        }
    }

    /** Above those that are recorded and those that lie on the drop: a database that was restored does not know them all. */
    private CertificateFileName nextName(InsurerCode insurer, LocalDate today, DropSession drop) {
        AtomicInteger highest = new AtomicInteger();
        certificateAnnouncements.of(insurer).forEach(before -> raise(highest, before.name(), insurer, today));
        drop.list(DropFolder.DOWNLOAD, seen -> raise(highest, seen.name(), insurer, today));
        return new CertificateFileName(insurer, today, highest.get() + 1);
    }

    private static void raise(AtomicInteger highest, String name, InsurerCode insurer, LocalDate today) {
        CertificateFileName.numberIn(name, insurer, today)
                .ifPresent(number -> highest.accumulateAndGet(number, Math::max));
    }
}
