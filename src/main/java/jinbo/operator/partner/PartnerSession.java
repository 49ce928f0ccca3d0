package jinbo.operator.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.sftp.DropException;
import jinbo.operator.FileTaskContext;
import jinbo.operator.SampleKeyUse;
import jinbo.participant.insurer.UnitCode;
import jinbo.partner.AssociationCertificates;
import jinbo.partner.DecideOnCertificate;
import jinbo.partner.Deliveries;
import jinbo.partner.DropConnection;
import jinbo.partner.LoadPartner;
import jinbo.partner.LocalBlockList;
import jinbo.partner.MakeAck;
import jinbo.partner.Outbox;
import jinbo.partner.OutboxNote;
import jinbo.partner.Partner;
import jinbo.partner.PartnerFolder;
import jinbo.partner.PartnerKeys;
import jinbo.partner.PartnerSecretKeys;
import jinbo.partner.PartnerSettings;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.partner.SendFile;
import jinbo.partner.TrustedAssociationCertificates;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.home.Home;
import jinbo.reference.calendar.BusinessTime;

/** What a command of an insurer works with: folder, settings and keys of the insurer's side. */
record PartnerSession(
        PartnerFolder folder,
        PartnerSettings settings,
        Partner partner,
        SampleKeys samples,
        Instant now,
        FileTaskContext context) {

    private static final String PASSPHRASE = "JINBO_PARTNER_PASSPHRASE";

    static PartnerSession open(PartnerFolder folder, FileTaskContext context) throws IOException {
        try (PassphraseSource passphrase =
                passphrase(context, PartnerSettings.read(folder).passphraseFile())) {
            return open(folder, context, passphrase);
        }
    }

    private static PartnerSession open(PartnerFolder folder, FileTaskContext context, PassphraseSource passphrase)
            throws IOException {
        PartnerSettings settings = PartnerSettings.read(folder);
        SampleKeys samples = samples(context, settings.drop());
        return new PartnerSession(
                folder,
                settings,
                new LoadPartner(folder, passphrase, samples).load(settings),
                samples,
                context.clock(demoOf(settings.drop())).instant(),
                context);
    }

    @FunctionalInterface
    interface Work<T> {
        T with(PartnerSession session) throws IOException;
    }

    @FunctionalInterface
    interface PassphraseWork<T> {
        T with(PartnerSession session, PassphraseSource passphrase) throws IOException;
    }

    /** Locks the folder and then opens a session, which therefore sees the changes of earlier commands. */
    static <T> T withLock(PartnerFolder folder, FileTaskContext context, Work<T> work) throws IOException {
        PartnerSettings.read(folder);
        return folder.alone(() -> work.with(open(folder, context)));
    }

    /** Like {@link #withLock}, and keeps the passphrase until the work ends. */
    static <T> T withLockAndPassphrase(PartnerFolder folder, FileTaskContext context, PassphraseWork<T> work)
            throws IOException {
        try (PassphraseSource passphrase =
                passphrase(context, PartnerSettings.read(folder).passphraseFile())) {
            return folder.alone(() -> work.with(open(folder, context, passphrase), passphrase));
        }
    }

    /** Returns the source of the passphrase: the file of the settings, or else the environment, or else a prompt. */
    static PassphraseSource passphrase(FileTaskContext context, Optional<Path> file) {
        return new PassphraseSource(
                file,
                () -> context.passphrases().environment().apply(PASSPHRASE),
                context.passphrases().prompt(),
                ErrorMessage.of(KeysError.SET_PASSPHRASE_OF_PARTNER, PASSPHRASE));
    }

    /** Sample keys may be used only with a drop in the home of a demo. */
    static SampleKeys samples(FileTaskContext context, DropPlace drop) {
        return SampleKeys.allowedIf(demoOf(drop).isPresent() || context.samples() == SampleKeyUse.ANYWHERE);
    }

    static Optional<Home> demoOf(DropPlace drop) {
        return drop instanceof DropPlace.Folder folder
                ? Optional.ofNullable(folder.path().toAbsolutePath().normalize().getParent())
                        .flatMap(drops -> Optional.ofNullable(drops.getParent()))
                        .map(Home::new)
                        .filter(Home::isDemo)
                : Optional.empty();
    }

    /** Returns a session without the certificates of the association that have been revoked since it was opened. */
    PartnerSession reloadCertificates() throws IOException {
        return with(new PartnerKeys(
                partner.keys().own(), Set.copyOf(new TrustedAssociationCertificates(folder, settings).all())));
    }

    PartnerSession signingWith(Certificate own) {
        List<SecretKeys> ordered = new ArrayList<>(partner.keys().own());
        ordered.sort(
                Comparator.comparing(keys -> !keys.certificate().fingerprint().equals(own.fingerprint())));
        return with(new PartnerKeys(ordered, partner.keys().association()));
    }

    private PartnerSession with(PartnerKeys keys) {
        return new PartnerSession(folder, settings, partner.with(keys), samples, now, context);
    }

    AssociationCertificates certificates() {
        return new AssociationCertificates(folder);
    }

    DecideOnCertificate decide() {
        return new DecideOnCertificate(folder, settings, partner.policy());
    }

    PartnerSecretKeys ownKeys() {
        return new PartnerSecretKeys(folder, settings);
    }

    /** True if the applied list is encrypted to the key, which means that the association accepts it. */
    boolean isAccepted(Fingerprint own) throws IOException {
        return held().readNote()
                .filter(applied -> applied.list().manifest().encryptedTo().contains(own.value()))
                .isPresent();
    }

    LocalDate today() {
        return BusinessTime.dateOf(now);
    }

    LocalBlockList held() {
        return new LocalBlockList(folder.list());
    }

    byte[] ack(List<UnitCode> units) throws IOException {
        return new MakeAck(partner.code(), held()).make(units);
    }

    Outbox outbox() {
        return new Outbox(folder, partner.code());
    }

    Deliveries deliveries() {
        return new Deliveries(folder, partner);
    }

    SendFile sendFile() {
        return new SendFile(folder, partner);
    }

    DropConnection connect() throws IOException {
        try (PassphraseSource passphrase = passphrase(context, settings.passphraseFile())) {
            return DropConnection.connect(settings, folder, passphrase);
        }
    }

    FileSent send(FileKind kind, byte[] content) throws IOException {
        return send(
                new SendFile.RequestedName(kind, today(), OptionalInt.empty()),
                () -> new ByteArrayInputStream(content));
    }

    /** Seals and sends a file. If the drop fails, the next {@code partner sync} sends the sealed file. */
    FileSent send(SendFile.RequestedName requestedName, SendFile.Content content) throws IOException {
        Optional<OutboxNote> before = sendFile()
                .sealed(requestedName, content)
                .filter(note -> note.droppedAt().isPresent());
        if (before.isPresent()) {
            return FileSent.of(before.get(), true);
        }
        try (DropConnection drop = connectOrSeal(requestedName, content)) {
            return FileSent.of(sendFile().send(requestedName, content, drop.session(), now), false);
        } catch (DropException e) {
            sendFile().seal(requestedName, content, now);
            throw e;
        }
    }

    private DropConnection connectOrSeal(SendFile.RequestedName requestedName, SendFile.Content content)
            throws IOException {
        try {
            return connect();
        } catch (RuntimeException | IOException e) {
            sendFile().seal(requestedName, content, now);
            throw e;
        }
    }

    /** @param before true if an earlier command has already sent the file; it still has no receipt */
    record FileSent(String file, Instant sealedAt, Optional<Instant> droppedAt, boolean before) {

        static FileSent of(OutboxNote note, boolean before) {
            return new FileSent(note.file(), note.sealedAt(), note.droppedAt(), before);
        }
    }
}
