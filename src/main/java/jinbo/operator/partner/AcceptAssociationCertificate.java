package jinbo.operator.partner;

import java.io.IOException;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code partner certificate accept}: a certificate of the association that came through the exchange counts from now on, beside
 * the former. The fingerprint is typed as the association has read it out.
 */
@Command(name = "accept")
final class AcceptAssociationCertificate implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = new PartnerCertificateCommands();

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "read-out")
    private Fingerprint readOut = new Fingerprint("0".repeat(40));

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return PartnerSession.withLock(parent.folder(), context, side -> {
            Certificate accepted = side.decide().accept(readOut, side.now());
            return new CertificateDecided("partner.certificate.accepted", accepted.fingerprint());
        });
    }

    /**
     * The answer.
     *
     * @param sentence what was decided, as a code
     * @param fingerprint of the certificate
     */
    record CertificateDecided(String sentence, Fingerprint fingerprint) {}
}
