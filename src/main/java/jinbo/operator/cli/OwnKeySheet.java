package jinbo.operator.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.keyrollover.DueAnnouncement;
import jinbo.batch.keyrollover.DueAnnouncements;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncement;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.OpenPgpKeys;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;

/**
 * An OpenPGP key of our own as it stands now.
 *
 * @param fingerprint of the primary key
 * @param state what it does
 * @param madeAt when it was made
 * @param signsFrom when its turn to sign comes, or came
 * @param endsAt when it ends, by itself or because it was retired
 * @param opensUntil until when it opens what comes in, if that has an end
 * @param reason why it was retired, if it was
 * @param announced which insurers have been sent its certificate, or have to be
 */
record OwnKeySheet(
        String fingerprint,
        State state,
        Instant madeAt,
        Instant signsFrom,
        Optional<Instant> endsAt,
        Optional<Instant> opensUntil,
        Optional<String> reason,
        List<Announced> announced) {

    /** What a key does. */
    enum State {
        SIGNS,
        WAITS,
        OPENS,
        ENDED,
        COMPROMISED
    }

    /**
     * That an insurer gets its certificate.
     *
     * @param insurer who
     * @param file under which name, once it is sealed
     * @param deliveredAt since when it lies on the drop, if it does
     */
    record Announced(InsurerCode insurer, Optional<String> file, Optional<Instant> deliveredAt) {}

    static OwnKeySheet of(OpenPgpKey key, Installation installation) {
        Instant now = installation.now();
        return new OwnKeySheet(
                key.fingerprint().value(),
                state(key, installation.get(AssociationKeys.class).openPgp(), now),
                key.madeAt(),
                key.signsFrom(),
                key.endsAt(),
                key.opensUntil(),
                key.retirement().map(KeyRevocation::reason),
                announced(key, installation));
    }

    static void tell(Page page, List<OwnKeySheet> keys) {
        page.table(
                "fingerprint state made_at signs_from ends_at opens_until reason",
                keys,
                sheet -> Page.cells(
                        sheet.fingerprint,
                        page.texts().of("own-key.state." + sheet.state),
                        sheet.madeAt,
                        sheet.signsFrom,
                        sheet.endsAt,
                        sheet.opensUntil,
                        sheet.reason));
        List<List<String>> announced = keys.stream()
                .flatMap(sheet -> sheet.announced.stream()
                        .map(one -> Page.cells(sheet.fingerprint, one.insurer, one.file, one.deliveredAt)))
                .toList();
        if (!announced.isEmpty()) {
            page.blank();
            page.say("own-key.announced");
            page.table("fingerprint insurer file delivered_at", announced, cells -> cells);
        }
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

    private static List<Announced> announced(OpenPgpKey key, Installation installation) {
        List<Announced> announced = new ArrayList<>();
        for (CertificateAnnouncement sent :
                installation.get(CertificateAnnouncements.class).of(key.fingerprint())) {
            announced.add(new Announced(sent.insurer(), Optional.of(sent.name()), sent.deliveredAt()));
        }
        for (Insurer insurer : installation.get(Insurers.class).all()) {
            installation.get(DueAnnouncements.class).of(insurer).stream()
                    .filter(due ->
                            due.key().number() == key.number() && due.begun().isEmpty())
                    .map(DueAnnouncement::key)
                    .forEach(due -> announced.add(new Announced(insurer.code(), Optional.empty(), Optional.empty())));
        }
        return List.copyOf(announced);
    }
}
