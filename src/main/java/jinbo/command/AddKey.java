package jinbo.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.association.AssociationKeys;
import jinbo.envelope.Certificate;
import jinbo.envelope.CertificateReport;
import jinbo.envelope.CryptoPolicy;
import jinbo.insurer.InsurerCertificate;
import jinbo.insurer.InsurerCertificates;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code key add}: accepts an insurer's certificate, after a look at everything that speaks for and against it. */
@Command(name = "add")
final class AddKey implements Task {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Override
    public Answer answer(Installation installation) throws IOException {
        installation.get(Insurers.class).get(code);
        Certificate certificate = read();
        CertificateReport report =
                CertificateReport.of(certificate, installation.get(CryptoPolicy.class), installation.now());
        boolean ours = certificate
                .fingerprint()
                .equals(installation
                        .get(AssociationKeys.class)
                        .openPgp()
                        .certificate()
                        .fingerprint());
        boolean accepted = report.isGood() && !ours;
        if (accepted) {
            installation
                    .get(InsurerCertificates.class)
                    .add(new InsurerCertificate(
                            code, certificate.fingerprint().value(), certificate.encoded(), installation.now()));
        }
        return KeyJudged.of(code, certificate, accepted, ours, report);
    }

    private Certificate read() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Certificate.parse(in);
        }
    }
}
