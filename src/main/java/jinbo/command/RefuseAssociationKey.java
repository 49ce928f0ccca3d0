package jinbo.command;

import java.io.IOException;
import jinbo.envelope.Fingerprint;
import jinbo.partner.FolderLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate refuse}: a certificate that came in the association's name never counts. */
@Command(name = "refuse")
final class RefuseAssociationKey implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = PartnerCertificateCommands.untyped();

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT", converter = Fingerprints.class)
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Override
    public Answer answer(Surroundings surroundings) throws IOException {
        OwnSide side = parent.open(surroundings);
        return FolderLock.alone(
                side.folder(),
                () -> new AcceptAssociationKey.Decided(
                        "partner.certificate.refused",
                        side.certificates()
                                .refuse(fingerprint, side.now())
                                .fingerprint()
                                .value()));
    }
}
