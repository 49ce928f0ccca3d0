package jinbo.operator.key;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.keyrollover.DueAnnouncements;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.OpenPgpKeys;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.operator.key.DescribeOwnKeys.OwnKeySheet.Announced;
import jinbo.operator.key.DescribeOwnKeys.OwnKeySheet.State;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

@Component
record DescribeOwnKeys(
        AssociationKeys keys,
        CertificateAnnouncements announcements,
        DueAnnouncements dueAnnouncements,
        Insurers insurers,
        Clock clock) {

    /** All keys, the newest first. */
    List<OwnKeySheet> all() {
        return keys.openPgp().all().stream().map(this::sheet).toList();
    }

    OwnKeySheet sheet(OpenPgpKey key) {
        return new OwnKeySheet(
                key.fingerprint(),
                state(key, keys.openPgp(), clock.instant()),
                key.madeAt(),
                key.signsFrom(),
                key.endsAt(),
                key.opensUntil(),
                key.retirement().map(KeyRevocation::reason),
                announced(key));
    }

    private static State state(OpenPgpKey key, OpenPgpKeys all, Instant now) {
        if (key.isCompromised()) {
            return State.COMPROMISED;
        }
        if (all.signing(now).filter(signing -> signing.number() == key.number()).isPresent()) {
            return State.SIGNS;
        }
        if (all.maySign(key, now) && !key.isDueAt(now)) {
            return State.WAITS;
        }
        return key.decryptsReceivedAt(now) ? State.OPENS : State.ENDED;
    }

    private List<Announced> announced(OpenPgpKey key) {
        List<Announced> announced = new ArrayList<>();
        announcements
                .of(key.fingerprint())
                .forEach(sent ->
                        announced.add(new Announced(sent.insurer(), Optional.of(sent.name()), sent.deliveredAt())));
        insurers.all()
                .forEach(insurer -> dueAnnouncements.of(insurer).stream()
                        .filter(due -> due.key().number() == key.number()
                                && due.begun().isEmpty())
                        .forEach(due ->
                                announced.add(new Announced(insurer.code(), Optional.empty(), Optional.empty()))));
        return List.copyOf(announced);
    }

    /**
     * @param endsAt expiry or retirement
     * @param opensUntil until when it decrypts uploads
     * @param announced insurers that have been sent its certificate, or must be
     */
    record OwnKeySheet(
            Fingerprint fingerprint,
            State state,
            Instant madeAt,
            Instant signsFrom,
            Optional<Instant> endsAt,
            Optional<Instant> opensUntil,
            Optional<String> reason,
            List<Announced> announced) {

        enum State {
            SIGNS,
            WAITS,
            OPENS,
            ENDED,
            COMPROMISED
        }

        /** @param file name of the announcement, once sealed */
        record Announced(InsurerCode insurer, Optional<String> file, Optional<Instant> deliveredAt) {}
    }
}
