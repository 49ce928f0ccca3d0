package jinbo.operator.cli;

import java.io.IOException;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code partner certificate accept}: a certificate of the association that came through the exchange counts from now on, beside
 * the former. The fingerprint is typed as the association has read it out.
 */
@Command(name = "accept")
final class AcceptAssociationKey implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = PartnerCertificateCommands.untyped();

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "read-out")
    private Fingerprint readOut = new Fingerprint("0".repeat(40));

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return OwnSide.alone(parent.folder(), fileTaskContext, side -> {
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
