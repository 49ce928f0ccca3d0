package jinbo.operator.cli;

import java.util.Optional;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.cli.CertificateJudgement.Outcome;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.OfferedCertificate;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code key accept}: a certificate that an insurer has sent counts from now on. The fingerprint is typed as the insurer has
 * read it out when it was called back; what came through the exchange proves nothing of itself.
 */
@Command(name = "accept")
final class AcceptKey implements RequiresSecondPerson {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "FINGERPRINT", descriptionKey = "read-out")
    private Fingerprint readOut = new Fingerprint("0".repeat(40));

    @Option(names = "--copy", paramLabel = "NUMBER", descriptionKey = "copy")
    private Optional<Long> copy = Optional.empty();

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
    public Outline outline(Installation installation) {
        Certificate certificate = offered(installation);
        CertificateReport report = report(certificate, installation);
        if (!report.isGood()) {
            throw CliException.certificateRefused(code, report);
        }
        String digits = CertificateJudgement.inGroups(readOut.value());
        String bounds = WhenAccepted.describe(when.acceptance());
        return installation
                .get(OfferedCertificates.class)
                .findRefusal(code, readOut.value())
                .map(certificateRefusal -> Outline.of(
                        "key-accept-refused",
                        code,
                        digits,
                        certificate.userIds(),
                        bounds,
                        Page.time(certificateRefusal.at()),
                        OfferedSheet.names(certificateRefusal),
                        certificateRefusal.reason()))
                .orElseGet(() -> Outline.of("key-accept", code, digits, certificate.userIds(), bounds));
    }

    @Override
    public Answer answer(Installation installation) {
        Certificate certificate = offered(installation);
        CertificateReport report = report(certificate, installation);
        if (report.isGood()) {
            installation
                    .get(OfferedCertificates.class)
                    .accept(
                            code,
                            readOut.value(),
                            copy,
                            when.acceptance(),
                            PartnerCertificates::joined,
                            installation.now());
        }
        return CertificateJudgement.of(
                code, certificate, report.isGood() ? Outcome.ACCEPTED_AS_READ_OUT : Outcome.REFUSED, report);
    }

    /** As it would count: together with the copy that does already. */
    private Certificate offered(Installation installation) {
        OfferedCertificate offered = installation.get(OfferedCertificates.class).waiting(code, readOut.value(), copy);
        Certificate sent = Certificate.parse(offered.encoded());
        installation
                .get(SampleKeys.class)
                .refuse(sent.allKeys().stream().map(Fingerprint::value).toList(), KeysError.ASK_FOR_CERTIFICATE, code);
        return installation.get(PartnerCertificates.class).joinedWithCopy(code, sent);
    }

    private static CertificateReport report(Certificate certificate, Installation installation) {
        return CertificateReport.of(certificate, installation.get(CryptoPolicy.class), installation.now());
    }
}
