package jinbo.batch.keyrollover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.CertificateAnnouncements.CertificateAnnouncement;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.openpgp.Certificate;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.files.Sha256;
import org.springframework.stereotype.Component;

/** Finds the certificates that an insurer must get: new ones since it joined, and retired ones that it knows. */
@Component
public record DueAnnouncements(AssociationKeys keys, CertificateAnnouncements certificateAnnouncements, Clock clock) {

    /** Finds the certificates that were not delivered to the insurer, the oldest key first. */
    public List<DueAnnouncement> of(Insurer insurer) {
        Instant now = clock.instant();
        List<CertificateAnnouncement> sent = certificateAnnouncements.of(insurer.code());
        List<DueAnnouncement> due = new ArrayList<>();
        keys.openPgp().all().stream()
                .sorted(Comparator.comparing(OpenPgpKey::number))
                .filter(key -> isFor(key, insurer, sent, now))
                .forEach(key -> undelivered(key, sent, now).ifPresent(due::add));
        return due;
    }

    /** Returns the hash that identifies a version of a certificate. */
    static String sha256(Certificate certificate) {
        try {
            return Sha256.of(new ByteArrayInputStream(certificate.encoded()));
        } catch (IOException impossible) {
            throw new IllegalStateException("A stream in memory cannot fail", impossible);
        }
    }

    private static Optional<DueAnnouncement> undelivered(
            OpenPgpKey key, List<CertificateAnnouncement> sent, Instant now) {
        Certificate certificate = key.certificateAt(now);
        String sha256 = sha256(certificate);
        Optional<CertificateAnnouncement> begun = sent.stream()
                .filter(before -> before.certificateSha256().equals(sha256))
                .findFirst();
        return begun.filter(CertificateAnnouncement::isDelivered).isPresent()
                ? Optional.empty()
                : Optional.of(new DueAnnouncement(key, certificate, begun));
    }

    private static boolean isFor(OpenPgpKey key, Insurer insurer, List<CertificateAnnouncement> sent, Instant now) {
        boolean byHand = key.number() == 1 || !key.signsFrom().isAfter(insurer.joinedAt());
        if (key.isValidAt(now)) {
            return !byHand;
        }
        boolean known = byHand
                || sent.stream()
                        .anyMatch(before -> before.fingerprint().equals(key.fingerprint()) && before.isDelivered());
        return known
                && key.retirement()
                        .filter(retirement -> insurer.joinedAt().isBefore(retirement.from()))
                        .isPresent();
    }

    /** @param begun the announcement that is already sealed, if any */
    public record DueAnnouncement(OpenPgpKey key, Certificate certificate, Optional<CertificateAnnouncement> begun) {}
}
