package jinbo.operator.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.MakeNextKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate send}: makes the next key, unless there is one, and sends its certificate under the present key. */
@Command(name = "send")
final class SendOwnCertificate implements FileTask {

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

    /**
     * The answer.
     *
     * @param file what was dropped
     * @param fingerprint of the certificate in it
     */
    record CertificateSent(String file, Fingerprint fingerprint) {}
}
