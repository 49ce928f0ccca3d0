package jinbo.operator.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.S2kIterations;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.UsageError;
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
import jinbo.partner.RevokePartnerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate ...}: the commands for the key rollover of the insurer and of the association. */
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
final class PartnerCertificateCommands implements PartnerTask.Group {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Override
    public PartnerFolder folder() {
        return partner.folder();
    }

    @Command(name = "list")
    static final class ListPartnerCertificates extends PartnerTask {

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return answer(PartnerSession.open(folder(), context));
        }

        @Override
        Object answer(PartnerSession session) throws IOException {
            List<PartnerCertificate> rows = new ArrayList<>();
            session.partner().keys().association().stream()
                    .map(certificate -> PartnerCertificate.of(
                            "ASSOCIATION",
                            isGood(certificate, session) ? "ACCEPTED" : "ENDED",
                            certificate,
                            Optional.empty()))
                    .sorted(Comparator.comparing(PartnerCertificate::fingerprint))
                    .forEach(rows::add);
            for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
                for (Kept kept : session.certificates().in(state)) {
                    rows.add(PartnerCertificate.of(
                            "ASSOCIATION",
                            state == State.REVOKED ? "REVOKED_BEFORE" : state.name(),
                            kept.certificate(),
                            Optional.of(kept.since())));
                }
            }
            List<Certificate> own = session.ownKeys().certificates();
            for (Certificate certificate : own) {
                rows.add(PartnerCertificate.of("OWN", stateOf(certificate, own.get(0)), certificate, Optional.empty()));
            }
            return new PartnerCertificates(List.copyOf(rows));
        }

        private static String stateOf(Certificate own, Certificate signing) {
            return own.revocation().isPresent() ? "REVOKED" : own == signing ? "SIGNS" : "DECRYPTS";
        }

        private static boolean isGood(Certificate certificate, PartnerSession session) {
            return !certificate
                    .signingKeys(session.now(), session.partner().policy())
                    .isEmpty();
        }

        /**
         * @param whose ASSOCIATION or OWN
         * @param state ACCEPTED, ENDED, WAITING, REFUSED or REVOKED_BEFORE; own: SIGNS (and decrypts), DECRYPTS or REVOKED
         * @param since when the association's certificate arrived, was refused or was revoked
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
                        certificate.fingerprint().toGroupedString(),
                        certificate.userIds().stream().findFirst(),
                        since,
                        certificate.expiresAt());
            }
        }

        record PartnerCertificates(List<PartnerCertificate> certificates) {}
    }

    /**
     * {@code partner certificate accept}: accepts a delivered certificate of the association in addition to those that
     * are trusted already. The fingerprint is typed as the association has read it out.
     */
    @Command(name = "accept")
    static final class AcceptAssociationCertificate extends PartnerTask {

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "read-out")
        private Fingerprint readOut = new Fingerprint("0".repeat(40));

        @Override
        Object answer(PartnerSession session) throws IOException {
            Certificate accepted = session.decide().accept(readOut, session.now());
            return new CertificateDecided("partner.certificate.accepted", accepted.fingerprint());
        }

        record CertificateDecided(String sentence, Fingerprint fingerprint) {}
    }

    @Command(name = "refuse")
    static final class RefuseAssociationCertificate extends PartnerTask {

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT")
        private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

        @Override
        Object answer(PartnerSession session) throws IOException {
            DecideOnCertificate.Refused refused = session.decide().refuse(fingerprint, session.now());
            return new AcceptAssociationCertificate.CertificateDecided(
                    refused.counts() ? "partner.certificate.refused-copy" : "partner.certificate.refused",
                    refused.certificate().fingerprint());
        }
    }

    /** {@code partner certificate send}: creates the next key if necessary, and sends its certificate. */
    @Command(name = "send")
    static final class SendOwnCertificate implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Option(names = "--secret-key", paramLabel = "FILE")
        private Optional<Path> secretKey = Optional.empty();

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            Prompt person = context.passphrases().prompt();
            return PartnerSession.withLockAndPassphrase(parent.folder(), context, (session, passphrase) -> {
                Certificate next = next(
                        session,
                        new MakeNextKey(session.ownKeys(), passphrase, session.samples(), S2kIterations.MAX),
                        person);
                return new CertificateSent(send(next, session), next.fingerprint());
            });
        }

        private Certificate next(PartnerSession session, MakeNextKey make, Prompt person) throws IOException {
            return secretKey.isPresent()
                    ? make.importKey(secretKey.get(), person, session.partner().policy(), session.now())
                    : make.findOrCreate(session.partner().code(), session.now());
        }

        record CertificateSent(String file, Fingerprint fingerprint) {}
    }

    /**
     * {@code partner certificate use}: signs with another of the insurer's own keys from now on. The association must
     * have accepted that key: either the manifest of the applied list names it as a recipient, or the option {@code
     * --accepted} confirms it.
     */
    @Command(name = "use")
    static final class UseOwnCertificate extends PartnerTask {

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "own")
        private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

        @Option(names = "--accepted")
        private boolean accepted;

        @Override
        Object answer(PartnerSession session) throws IOException {
            if (!accepted && !session.isAccepted(fingerprint)) {
                throw new PartnerException(PartnerError.OWN_KEY_NOT_ACCEPTED, fingerprint);
            }
            PartnerSecretKeys.Chosen chosen =
                    session.ownKeys().use(fingerprint, session.partner().policy(), session.now());
            return new KeySigns(chosen.signs().fingerprint(), chosen.abandoned().map(Certificate::fingerprint));
        }

        /** @param givenUp the fingerprint of the key that was sent as the next key and is now abandoned */
        record KeySigns(Fingerprint fingerprint, Optional<Fingerprint> givenUp) {}
    }

    @Command(name = "revoke")
    static final class RevokeOwnCertificate implements FileTask {

        @ParentCommand
        private PartnerCertificateCommands parent = new PartnerCertificateCommands();

        @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "own")
        private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

        @Option(names = "--from", paramLabel = "TIME")
        private Optional<Moment> from = Optional.empty();

        @Option(names = "--compromised")
        private boolean compromised;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "why")
        private String reason = "";

        /** A compromised key cannot remain valid until a later time. */
        @Override
        public void check() {
            if (compromised && from.isPresent()) {
                throw new InvalidOperationException(UsageError.COMPROMISED_FROM);
            }
        }

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return PartnerSession.withLockAndPassphrase(parent.folder(), context, (session, passphrase) -> {
                KeyRevocation revocation = new KeyRevocation(
                        from.map(Moment::begin).orElse(session.now()), compromised, new Reason(reason).text());
                Certificate revoked = new RevokePartnerKey(session.folder(), session.ownKeys())
                        .revoke(fingerprint, revocation, passphrase);
                return new OwnKeyRevoked(send(revoked, session), fingerprint, compromised);
            });
        }

        record OwnKeyRevoked(String file, Fingerprint fingerprint, boolean compromised) {}
    }

    private static String send(Certificate own, PartnerSession session) throws IOException {
        byte[] armored = own.armored().getBytes(StandardCharsets.US_ASCII);
        return session.send(FileKind.CERTIFICATE, armored).file();
    }
}
