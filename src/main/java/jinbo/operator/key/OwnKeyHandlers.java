package jinbo.operator.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.OpenPgpKeys;
import jinbo.exchange.keys.RotateAssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.operator.key.DescribeOwnKeys.OwnKeySheet;
import jinbo.operator.key.KeyOperations.ExportKey;
import jinbo.operator.key.KeyOperations.RenewKey;
import jinbo.operator.key.KeyOperations.RetireKey;
import jinbo.operator.key.KeyOperations.ShowSshIdentity;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

@OperationHandlers
record OwnKeyHandlers(
        AssociationKeys keys,
        RotateAssociationKeys rotateKeys,
        DescribeOwnKeys describeKeys,
        Drops drops,
        Clock clock) {

    private static final String SSH_COMMENT = "jinbo-association";

    record RenewedKey(OwnKeySheet key) {}

    record RetiredKey(OwnKeySheet key) implements CommentedResult {

        @Override
        public Optional<String> comment() {
            return Optional.of(key.state() == OwnKeySheet.State.COMPROMISED ? "compromised" : "retired");
        }
    }

    record ExportedKey(Fingerprint fingerprint, Optional<Path> file, String armored) implements CommentedResult {

        @Override
        public Optional<String> comment() {
            return file.map(any -> "written");
        }
    }

    /**
     * The lines are for {@code authorized_keys} on insurers' servers and {@code known_hosts} of insurers with an
     * account here.
     */
    record SshIdentity(
            String authorizedKeysLine, String fingerprint, String embeddedHostKey, String embeddedKnownHostsLine) {}

    @Previews
    Outline would(RenewKey asked) {
        KeyPlan plan =
                rotateKeys.plan(asked.from().map(Moment::begin), asked.until().map(Moment::begin));
        return Outline.of("key-renew", plan.signsFrom().orElse(plan.createdAt()), plan.until());
    }

    @Handles
    RenewedKey renew(RenewKey asked) {
        return new RenewedKey(describeKeys.sheet(
                rotateKeys.renew(asked.from().map(Moment::begin), asked.until().map(Moment::begin))));
    }

    @Previews
    Outline would(RetireKey asked) {
        KeyRevocation revocation = rotateKeys.revocation(
                asked.fingerprint(),
                asked.from().map(Moment::begin),
                asked.compromised(),
                asked.reason().text());
        return Outline.of(
                asked.compromised() ? "key-retire-compromised" : "key-retire",
                asked.fingerprint().inGroups(),
                revocation.from(),
                revocation.reason());
    }

    @Handles
    RetiredKey retire(RetireKey asked) {
        return new RetiredKey(describeKeys.sheet(rotateKeys.retire(
                asked.fingerprint(),
                asked.from().map(Moment::begin),
                asked.compromised(),
                asked.reason().text())));
    }

    @Handles
    ExportedKey export(ExportKey asked) throws IOException {
        OpenPgpKeys all = keys.openPgp();
        OpenPgpKey key = asked.next()
                ? all.next(clock.instant()).orElseThrow(() -> new KeysException(KeysError.NO_NEXT_KEY))
                : all.current(clock.instant());
        Certificate certificate = key.certificateAt(clock.instant());
        Optional<Path> file = asked.file();
        if (file.isPresent()) {
            Files.writeString(
                    file.get(), certificate.armored(), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        }
        return new ExportedKey(certificate.fingerprint(), file.map(Path::toAbsolutePath), certificate.armored());
    }

    @Handles
    SshIdentity show(ShowSshIdentity asked) throws IOException {
        SshPublicKey login = new SshPublicKey(keys.ssh().getPublic());
        SshPublicKey host =
                new SshPublicKey(SshKeyFile.readOrGenerate(keys.hostKeyFile()).getPublic());
        return new SshIdentity(
                login.line(SSH_COMMENT), login.fingerprint(), host.fingerprint(), drops.knownHostsLine());
    }
}
