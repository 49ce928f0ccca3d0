package jinbo.operator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.batch.EvaluateCertificate;
import jinbo.batch.EvaluateCertificate.Standing;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.operator.cli.CertificateJudgement.Outcome;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code key add}: accepts an insurer's certificate, after a look at everything that speaks for and against it. */
@Command(name = "add")
final class AddKey implements RequiresSecondPerson {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Mixin
    private WhenAccepted when = new WhenAccepted();

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public void check() {
        when.check();
    }

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) throws IOException {
        installation.get(Insurers.class).get(code);
        Certificate sent = read(installation);
        String fingerprint = sent.fingerprint().value();
        EvaluateCertificate.Evaluation weighed = weigh(sent, installation);
        Certificate certificate = weighed.joined();
        CertificateReport report = weighed.report();
        if (weighed.standing() == Standing.NOT_FREE) {
            throw weighed.notFree().orElseThrow();
        }
        if (weighed.standing() == Standing.OURS || weighed.standing() == Standing.NOT_GOOD) {
            throw CliException.certificateRefused(code, report);
        }
        if (!report.isGood()) {
            return Outline.of("key-add-revocation", code, CertificateJudgement.inGroups(fingerprint));
        }
        String digits = CertificateJudgement.inGroups(fingerprint);
        String bounds = WhenAccepted.describe(when.acceptance());
        return installation
                .get(OfferedCertificates.class)
                .findRefusal(code, fingerprint)
                .map(certificateRefusal -> Outline.of(
                        "key-add-refused",
                        code,
                        digits,
                        certificate.userIds(),
                        bounds,
                        Page.time(certificateRefusal.at()),
                        OfferedSheet.names(certificateRefusal),
                        certificateRefusal.reason()))
                .orElseGet(() -> Outline.of("key-add", code, digits, certificate.userIds(), bounds));
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        installation.get(Insurers.class).get(code);
        Certificate sent = read(installation);
        EvaluateCertificate.Evaluation weighed = weigh(sent, installation);
        if (weighed.standing() == Standing.NOT_FREE) {
            throw weighed.notFree().orElseThrow();
        }
        Outcome outcome = weighed.standing() == Standing.OURS
                ? Outcome.OURS
                : weighed.report().isGood() ? accepted(sent, installation) : revoked(sent, installation);
        return CertificateJudgement.of(code, weighed.joined(), outcome, weighed.report());
    }

    private Outcome accepted(Certificate sent, Installation installation) {
        installation
                .get(PartnerCertificates.class)
                .add(new InsurerCertificate(
                        code, sent.fingerprint().value(), sent.encoded(), installation.now(), when.acceptance()));
        return Outcome.ACCEPTED;
    }

    /** Nobody needs to vouch for a revocation: its owner has signed it, and it takes trust away. */
    private Outcome revoked(Certificate sent, Installation installation) {
        return installation.get(PartnerCertificates.class).takeRevocations(code, sent)
                ? Outcome.REVOCATION_TAKEN
                : Outcome.REFUSED;
    }

    private EvaluateCertificate.Evaluation weigh(Certificate sent, Installation installation) {
        return installation.get(EvaluateCertificate.class).evaluate(code, sent, installation.now());
    }

    private Certificate read(Installation installation) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate certificate = Certificate.parse(in);
            installation
                    .get(SampleKeys.class)
                    .refuse(certificate.allFingerprints(), KeysError.ASK_FOR_CERTIFICATE, code);
            return certificate;
        }
    }
}
