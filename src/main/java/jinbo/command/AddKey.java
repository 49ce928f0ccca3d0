package jinbo.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.association.AssociationKeys;
import jinbo.command.KeyJudged.Outcome;
import jinbo.envelope.Certificate;
import jinbo.envelope.CertificateReport;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.Fingerprint;
import jinbo.insurer.InsurerCertificate;
import jinbo.insurer.InsurerCertificates;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.insurer.OfferedCertificates;
import jinbo.job.PartnerCertificates;
import jinbo.person.Duty;
import jinbo.samplekey.SampleKeys;
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
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) throws IOException {
        installation.get(Insurers.class).get(code);
        Certificate sent = read(installation);
        String fingerprint = sent.fingerprint().value();
        installation.get(InsurerCertificates.class).requireFree(code, fingerprint);
        Certificate certificate = installation.get(PartnerCertificates.class).joinedWithCopy(code, sent);
        CertificateReport report = report(certificate, installation);
        if (isOurs(sent, installation) || !report.isGood() && !revokes(sent, installation)) {
            throw new CertificateRefusedException(code, report);
        }
        if (!report.isGood()) {
            return Outline.of("key-add-revocation", code, KeyJudged.inGroups(fingerprint));
        }
        String digits = KeyJudged.inGroups(fingerprint);
        String bounds = WhenAccepted.inWords(when.acceptance());
        return installation
                .get(OfferedCertificates.class)
                .refusedBefore(code, fingerprint)
                .map(refusal -> Outline.of(
                        "key-add-refused",
                        code,
                        digits,
                        certificate.userIds(),
                        bounds,
                        Page.time(refusal.at()),
                        OfferedSheet.names(refusal),
                        refusal.reason()))
                .orElseGet(() -> Outline.of("key-add", code, digits, certificate.userIds(), bounds));
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        installation.get(Insurers.class).get(code);
        Certificate sent = read(installation);
        Certificate certificate = installation.get(PartnerCertificates.class).joinedWithCopy(code, sent);
        CertificateReport report = report(certificate, installation);
        Outcome outcome = isOurs(sent, installation)
                ? Outcome.OURS
                : report.isGood() ? accepted(sent, installation) : revoked(sent, installation);
        return KeyJudged.of(code, certificate, outcome, report);
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

    private boolean revokes(Certificate sent, Installation installation) {
        return installation
                .get(PartnerCertificates.class)
                .copyOf(code, sent.fingerprint())
                .filter(here -> !here.withRevocationsOf(sent).equals(here))
                .isPresent();
    }

    private static CertificateReport report(Certificate certificate, Installation installation) {
        return CertificateReport.of(certificate, installation.get(CryptoPolicy.class), installation.now());
    }

    private static boolean isOurs(Certificate certificate, Installation installation) {
        return installation.get(AssociationKeys.class).openPgp().hold(certificate.fingerprint());
    }

    private Certificate read(Installation installation) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate certificate = Certificate.parse(in);
            installation
                    .get(SampleKeys.class)
                    .refuse(
                            certificate.allKeys().stream()
                                    .map(Fingerprint::value)
                                    .toList(),
                            "ask " + code + " for a certificate of its own");
            return certificate;
        }
    }
}
