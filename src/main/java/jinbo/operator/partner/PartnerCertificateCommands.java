package jinbo.operator.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.UsageError;
import jinbo.operator.partner.PartnerCertificateCommands.AcceptAssociationCertificate;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Reason;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.DecideOnCertificate;
import jinbo.partner.MakeNextKey;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.partner.PartnerFolder;
import jinbo.partner.PartnerSecretKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate ...}: how both sides change their keys without a gap. */
@Command(
        name = "certificate",
        subcommands = {
            PartnerCertificateCommands.ListPartnerCertificates.class,
            PartnerCertificateCommands.AcceptAssociationCertificate.class,
            PartnerCertificateCommands.RefuseAssociationCertificate.class,
            PartnerCertificateCommands.SendOwnCertificate.class,
            PartnerCertificateCommands.UseOwnCertificate.class,
            PartnerCertificateCommands.RevokeOwnCertificate.class
        })
final class PartnerCertificateCommands {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    PartnerSession open(FileTaskContext context) throws IOException {
        return partner.open(context);
    }

    PartnerFolder folder() {
        return partner.folder();
    }

    /** {@code partner certificate list}: the association's certificates and our own, and what each is good for now. */
    @Command(name = "list")
    static final class ListPartnerCertificates implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            PartnerSession side = parent.open(context);
            List<PartnerCertificate> rows = new ArrayList<>();
            side.partner().keys().association().stream()
                    .map(certificate -> PartnerCertificate.of(
                            "ASSOCIATION",
                            isGood(certificate, side) ? "ACCEPTED" : "ENDED",
                            certificate,
                            Optional.empty()))
                    .sorted(java.util.Comparator.comparing(PartnerCertificate::fingerprint))
                    .forEach(rows::add);
            for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
                for (Kept kept : side.certificates().in(state)) {
                    rows.add(PartnerCertificate.of(
                            "ASSOCIATION",
                            state == State.REVOKED ? "REVOKED_BEFORE" : state.name(),
                            kept.certificate(),
                            Optional.of(kept.since())));
                }
            }
            List<Certificate> own = side.ownKeys().certificates();
            for (Certificate certificate : own) {
                rows.add(PartnerCertificate.of("OWN", stateOf(certificate, own.get(0)), certificate, Optional.empty()));
            }
            return new PartnerCertificates(List.copyOf(rows));
        }

        private static String stateOf(Certificate own, Certificate signing) {
            return own.revocation().isPresent() ? "REVOKED" : own == signing ? "SIGNS" : "DECRYPTS";
        }

        private static boolean isGood(Certificate certificate, PartnerSession side) {
            return !certificate.signingKeys(side.now(), side.partner().policy()).isEmpty();
        }

        /**
         * One certificate.
         *
         * @param whose ASSOCIATION or OWN
         * @param state ACCEPTED, ENDED, WAITING, REFUSED, REVOKED_BEFORE (it counted); SIGNS (and decrypts), DECRYPTS
         *     or REVOKED (decrypts, too)
         * @param since when it came to wait, or was refused or revoked
         */
        record PartnerCertificate(
                String whose,
                String state,
                String fingerprint,
                Optional<String> userId,
                Optional<Instant> since,
                Optional<Instant> expiresAt) {

            static PartnerCertificate of(String whose, String state, Certificate certificate, Optional<Instant> since) {
                return new PartnerCertificate(
                        whose,
                        state,
                        certificate.fingerprint().inGroups(),
                        certificate.userIds().stream().findFirst(),
                        since,
                        certificate.expiresAt());
            }
        }

        record PartnerCertificates(List<PartnerCertificate> certificates) {}
    }

    /**
     * {@code partner certificate accept}: a certificate of the association that came through the exchange counts from
     * now on, beside the former. The fingerprint is typed as the association has read it out.
     */
    @Command(name = "accept")
    static final class AcceptAssociationCertificate implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "read-out")
        private Fingerprint readOut = new Fingerprint("0".repeat(40));

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return PartnerSession.withLock(parent.folder(), context, side -> {
                Certificate accepted = side.decide().accept(readOut, side.now());
                return new CertificateDecided("partner.certificate.accepted", accepted.fingerprint());
            });
        }

        record CertificateDecided(String sentence, Fingerprint fingerprint) {}
    }

    /** {@code partner certificate refuse}: what came in the association's name never counts. */
    @Command(name = "refuse")
    static final class RefuseAssociationCertificate implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT")
        private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return PartnerSession.withLock(parent.folder(), context, side -> {
                DecideOnCertificate.Refused refused = side.decide().refuse(fingerprint, side.now());
                return new AcceptAssociationCertificate.CertificateDecided(
                        refused.counts() ? "partner.certificate.refused-copy" : "partner.certificate.refused",
                        refused.certificate().fingerprint());
            });
        }
    }

    /**
     * {@code partner certificate send}: makes the next key, unless there is one, and sends its certificate under the
     * present key.
     */
    @Command(name = "send")
    static final class SendOwnCertificate implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Option(names = "--secret-key", paramLabel = "FILE")
        private Optional<Path> secretKey = Optional.empty();

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            Prompt person = context.passphrases().prompt();
            return PartnerSession.withLockAndPassphrase(parent.folder(), context, (side, passphrase) -> {
                Certificate next = next(side, new MakeNextKey(side.ownKeys(), passphrase, side.samples()), person);
                byte[] armored = next.armored().getBytes(StandardCharsets.US_ASCII);
                SealAndDrop.FileSent sent = new SealAndDrop(side).send(FileKind.CERTIFICATE, armored);
                return new CertificateSent(sent.file(), next.fingerprint());
            });
        }

        private Certificate next(PartnerSession side, MakeNextKey make, Prompt person) throws IOException {
            return secretKey.isPresent()
                    ? make.importKey(secretKey.get(), person, side.partner().policy(), side.now())
                    : make.findOrCreate(side.partner().code(), side.now());
        }

        record CertificateSent(String file, Fingerprint fingerprint) {}
    }

    /**
     * {@code partner certificate use}: another own key signs from now on. What the association does not accept yet it
     * would refuse, so either the manifest of the held list names the key, or somebody says that the association has.
     */
    @Command(name = "use")
    static final class UseOwnCertificate implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "own")
        private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

        @Option(names = "--accepted")
        private boolean accepted;

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return PartnerSession.withLock(parent.folder(), context, side -> {
                if (!accepted && !side.isAccepted(fingerprint)) {
                    throw new PartnerException(PartnerError.OWN_KEY_NOT_ACCEPTED, fingerprint);
                }
                PartnerSecretKeys.Chosen chosen =
                        side.ownKeys().use(fingerprint, side.partner().policy(), side.now());
                return new KeySigns(
                        chosen.signs().fingerprint(), chosen.abandoned().map(Certificate::fingerprint));
            });
        }

        /**
         * The answer.
         *
         * @param givenUp fingerprint of the one that was sent to sign next, and will not
         */
        record KeySigns(Fingerprint fingerprint, Optional<Fingerprint> givenUp) {}
    }

    /**
     * {@code partner certificate revoke}: tells the association, under the key that signs, that another key of ours
     * counts no more.
     */
    @Command(name = "revoke")
    static final class RevokeOwnCertificate implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "own")
        private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

        @Mixin
        private RevocationOptions options = new RevocationOptions();

        @Override
        public void check() {
            options.check();
        }

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return PartnerSession.withLockAndPassphrase(parent.folder(), context, (side, passphrase) -> {
                Certificate revoked = revoked(side, passphrase);
                byte[] armored = revoked.armored().getBytes(StandardCharsets.US_ASCII);
                SealAndDrop.FileSent sent = new SealAndDrop(side).send(FileKind.CERTIFICATE, armored);
                return new OwnKeyRevoked(sent.file(), fingerprint, options.compromised());
            });
        }

        private Certificate revoked(PartnerSession side, PassphraseSource passphrase) throws IOException {
            KeyRevocation revocation =
                    new KeyRevocation(options.from().orElseGet(side::now), options.compromised(), options.reason());
            return side.revokeOwnKey().revoke(fingerprint, revocation, passphrase);
        }

        record OwnKeyRevoked(String file, Fingerprint fingerprint, boolean compromised) {}
    }

    /** The options of a revocation: since when it counts no longer, or that somebody else has it, and why. */
    static final class RevocationOptions {

        @Option(names = "--from", paramLabel = "TIME")
        private Optional<Moment> from = Optional.empty();

        @Option(names = "--compromised")
        private boolean compromised;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "why")
        private String reason = "";

        /** @throws InvalidOperationException if a compromised key is to count for a while */
        void check() {
            if (compromised && from.isPresent()) {
                throw new InvalidOperationException(UsageError.COMPROMISED_FROM);
            }
        }

        Optional<Instant> from() {
            return from.map(Moment::begin);
        }

        boolean compromised() {
            return compromised;
        }

        /** @throws jinbo.batch.BatchException if it is empty, too long, or holds a number */
        String reason() {
            return new Reason(reason).text();
        }
    }
}
