package jinbo.operator.partner;

import java.io.IOException;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.DecideOnCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate refuse}: what came in the association's name never counts. */
@Command(name = "refuse")
final class RefuseAssociationCertificate implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = new PartnerCertificateCommands();

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT")
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return PartnerSession.withLock(parent.folder(), context, side -> {
            DecideOnCertificate.Refused refused = side.decide().refuse(fingerprint, side.now());
            return new AcceptAssociationCertificate.CertificateDecided(
                    refused.counts() ? "partner.certificate.refused-copy" : "partner.certificate.refused",
                    refused.certificate().fingerprint());
        });
    }
}
