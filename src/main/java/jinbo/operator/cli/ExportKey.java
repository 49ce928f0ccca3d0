package jinbo.operator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.OpenPgpKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key export}: the association's certificate, which insurers encrypt to and check signatures with, or the next one. */
@Command(name = "export")
final class ExportKey implements Task {

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "FILE")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--next")
    private boolean next;

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        OpenPgpKeys keys = installation.get(AssociationKeys.class).openPgp();
        OpenPgpKey key = next
                ? keys.next(installation.now()).orElseThrow(() -> new KeysException(KeysError.NO_NEXT_KEY))
                : keys.current(installation.now());
        Certificate certificate = key.certificateAt(installation.now());
        if (file.isPresent()) {
            Files.writeString(
                    file.get(), certificate.armored(), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        }
        return new Exported(certificate.fingerprint().value(), file.map(Path::toAbsolutePath), certificate.armored());
    }

    /**
     * The answer.
     *
     * @param fingerprint of the primary key
     * @param file where it was written, if it was
     * @param armored the certificate
     */
    record Exported(String fingerprint, Optional<Path> file, String armored) implements Answer {
        @Override
        public void tell(Page page) {
            if (file.isPresent()) {
                page.say("key.exported", file.get().toString(), fingerprint);
            } else {
                page.block(armored);
            }
        }
    }
}
