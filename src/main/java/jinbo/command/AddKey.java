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
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code key add}: accepts an insurer's certificate, after a look at everything that speaks for and against it. */
@Command(name = "add")
final class AddKey implements TakesTwo {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Mixin
    private WhenAccepted when = new WhenAccepted();

    @Mixin
    private WhyAsked why = new WhyAsked();

    @Override
    public void check() {
        when.check();
    }

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Outline outline(Installation installation) throws IOException {
        installation.get(Insurers.class).get(code);
        Certificate certificate = read();
        CertificateReport report = report(certificate, installation);
        if (!report.isGood() || isOurs(certificate, installation)) {
            throw new CertificateRefusedException(code, report);
        }
        String fingerprint = certificate.fingerprint().value();
        installation.get(InsurerCertificates.class).requireFree(code, fingerprint);
        return Outline.of(
                "key-add",
                code,
                KeyJudged.inGroups(fingerprint),
                certificate.userIds(),
                WhenAccepted.inWords(when.acceptance()));
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        installation.get(Insurers.class).get(code);
        Certificate certificate = read();
        CertificateReport report = report(certificate, installation);
        boolean ours = isOurs(certificate, installation);
        boolean accepted = report.isGood() && !ours;
        if (accepted) {
            installation
                    .get(InsurerCertificates.class)
                    .add(new InsurerCertificate(
                            code,
                            certificate.fingerprint().value(),
                            certificate.encoded(),
                            installation.now(),
                            when.acceptance()));
        }
        return KeyJudged.of(code, certificate, accepted, ours, report);
    }

    private static CertificateReport report(Certificate certificate, Installation installation) {
        return CertificateReport.of(certificate, installation.get(CryptoPolicy.class), installation.now());
    }

    private static boolean isOurs(Certificate certificate, Installation installation) {
        return installation.get(AssociationKeys.class).openPgp().hold(certificate.fingerprint());
    }

    private Certificate read() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Certificate.parse(in);
        }
    }
}
