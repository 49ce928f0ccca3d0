package jinbo.operator.cli;

import java.io.IOException;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.partner.DecideOnCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate refuse}: what came in the association's name never counts. */
@Command(name = "refuse")
final class RefuseAssociationKey implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = PartnerCertificateCommands.untyped();

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT")
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return OwnSide.alone(parent.folder(), fileTaskContext, side -> {
            DecideOnCertificate.Refused refused = side.decide().refuse(fingerprint, side.now());
            return new AcceptAssociationKey.CertificateDecided(
                    refused.counts() ? "partner.certificate.refused-copy" : "partner.certificate.refused",
                    refused.certificate().fingerprint());
        });
    }
}
