package jinbo.operator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.partner.MakeNextKey;
import jinbo.partner.SendFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate send}: makes the next key, unless there is one, and sends its certificate under the present key. */
@Command(name = "send")
final class SendOwnCertificate implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = PartnerCertificateCommands.untyped();

    @Option(names = "--secret-key", paramLabel = "FILE")
    private Optional<Path> secretKey = Optional.empty();

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        Prompt person = fileTaskContext.passphrases().prompt();
        return OwnSide.aloneGuarded(parent.folder(), fileTaskContext, (side, passphrase) -> {
            Certificate next = next(side, new MakeNextKey(side.ownKeys(), passphrase, side.samples()), person);
            byte[] armored = next.armored().getBytes(StandardCharsets.US_ASCII);
            SendFile.RequestedName wish =
                    new SendFile.RequestedName(FileKind.CERTIFICATE, side.today(), OptionalInt.empty());
            Sending.FileSent sent = new Sending(side).send(wish, () -> new ByteArrayInputStream(armored));
            return new CertificateSent(sent.file(), next.fingerprint());
        });
    }

    private Certificate next(OwnSide side, MakeNextKey make, Prompt person) throws IOException {
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
