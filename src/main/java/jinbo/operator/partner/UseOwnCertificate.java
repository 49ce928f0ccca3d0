package jinbo.operator.partner;

import java.io.IOException;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.partner.PartnerSecretKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code partner certificate use}: another own key signs from now on. What the association does not accept yet it would refuse, so
 * either the manifest of the held list names the key, or somebody says that the association has.
 */
@Command(name = "use")
final class UseOwnCertificate implements FileTask {

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
            return new KeySigns(chosen.signs().fingerprint(), chosen.abandoned().map(Certificate::fingerprint));
        });
    }

    /**
     * The answer.
     *
     * @param fingerprint of the key that signs
     * @param givenUp fingerprint of the one that was sent to sign next, and will not
     */
    record KeySigns(Fingerprint fingerprint, Optional<Fingerprint> givenUp) {}
}
