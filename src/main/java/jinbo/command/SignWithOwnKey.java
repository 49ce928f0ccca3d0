package jinbo.command;

import java.io.IOException;
import jinbo.envelope.Fingerprint;
import jinbo.partner.FolderLock;
import jinbo.partner.PartnerException;
import jinbo.partner.PartnerException.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code partner certificate use}: another own key signs from now on. What the association does not accept yet it would refuse, so
 * either the manifest of the held list names the key, or somebody says that the association has.
 */
@Command(name = "use")
final class SignWithOwnKey implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = PartnerCertificateCommands.untyped();

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "own", converter = Fingerprints.class)
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Option(names = "--accepted")
    private boolean accepted;

    @Override
    public Answer answer(Surroundings surroundings) throws IOException {
        OwnSide side = parent.open(surroundings);
        return FolderLock.alone(side.folder(), () -> {
            if (!accepted && !side.isAccepted(fingerprint)) {
                throw new PartnerException(
                        Reason.OWN_KEY_NOT_ACCEPTED,
                        "Nothing shows that the association accepts " + fingerprint
                                + ": the manifest of the held list is not encrypted to it. Wait for one that is; or ask the"
                                + " association, and add --accepted");
            }
            return new AcceptAssociationKey.Decided(
                    "partner.certificate.signs",
                    side.ownKeys()
                            .use(fingerprint, side.partner().policy(), side.now())
                            .fingerprint()
                            .value());
        });
    }
}
