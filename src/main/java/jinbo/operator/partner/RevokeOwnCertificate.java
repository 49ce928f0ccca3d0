package jinbo.operator.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate revoke}: tells the association, under the key that signs, that another key of ours counts no more. */
@Command(name = "revoke")
final class RevokeOwnCertificate implements FileTask {

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

    /**
     * The answer.
     *
     * @param file what was dropped
     * @param fingerprint of the key
     * @param compromised whether others have it
     */
    record OwnKeyRevoked(String file, Fingerprint fingerprint, boolean compromised) {}
}
