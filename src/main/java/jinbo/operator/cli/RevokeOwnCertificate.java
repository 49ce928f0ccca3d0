package jinbo.operator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.partner.SendFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate revoke}: tells the association, under the key that signs, that another key of ours counts no more. */
@Command(name = "revoke")
final class RevokeOwnCertificate implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = PartnerCertificateCommands.untyped();

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "own")
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Mixin
    private RevocationOptions options = new RevocationOptions();

    @Override
    public void check() {
        options.check();
    }

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return OwnSide.aloneGuarded(parent.folder(), fileTaskContext, (side, passphrase) -> {
            Certificate revoked = revoked(side, passphrase);
            byte[] armored = revoked.armored().getBytes(StandardCharsets.US_ASCII);
            SendFile.RequestedName wish =
                    new SendFile.RequestedName(FileKind.CERTIFICATE, side.today(), OptionalInt.empty());
            Sending.FileSent sent = new Sending(side).send(wish, () -> new ByteArrayInputStream(armored));
            return new OwnKeyRevoked(sent.file(), fingerprint, options.compromised());
        });
    }

    private Certificate revoked(OwnSide side, PassphraseSource passphrase) throws IOException {
        KeyRevocation revocation =
                new KeyRevocation(options.from().orElseGet(side::now), options.compromised(), options.reason());
        return side.revokeOwnKey().revoke(fingerprint, revocation, passphrase);
    }

    /**
     * The answer.
     *
     * @param file what was dropped
     * @param fingerprint of the key
     * @param compromised whether others have it
     */
    record OwnKeyRevoked(String file, Fingerprint fingerprint, boolean compromised) {}
}
