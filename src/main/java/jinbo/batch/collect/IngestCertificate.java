package jinbo.batch.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.collect.ValidateCertificate.Judgement;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.insurer.OfferedCertificates.OfferedCertificate;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/**
 * Ingests insurers' next certificates: a good one waits for two people and counts for nothing until then, but a revocation in
 * a copy of one that counts is heeded at once.
 */
@Component
record IngestCertificate(
        OpenUpload openUpload,
        ValidateCertificate validateCertificate,
        OfferedCertificates offered,
        PartnerCertificates certificates)
        implements FileIngester {

    @Override
    public FileKind kind() {
        return FileKind.CERTIFICATE;
    }

    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        InboundFile file = ingestContext.file();
        Instant receivedAt = file.receivedAt();
        OpenResult<Judgement> openResult =
                openUpload.open(file, clear -> validateCertificate.judge(file.insurer(), clear, receivedAt));
        if (openResult instanceof OpenResult.Refused<Judgement> refused) {
            return new IngestResult.Refused(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        Judgement judgement = ((OpenResult.Opened<Judgement>) openResult).value();
        if (judgement instanceof Judgement.Good good) {
            offered.record(offered(file, good.certificate()));
            return new IngestResult.Noted(Optional.empty(), refusedBefore(file, good.certificate()));
        }
        if (judgement instanceof Judgement.Revokes revokes) {
            certificates.takeRevocations(file.insurer(), revokes.certificate());
            if (revokes.more()) {
                offered.record(offered(file, revokes.certificate()));
            }
            return new IngestResult.Noted(
                    Optional.of(Finding.ofFile(FindingCode.CERTIFICATE_REVOKES)),
                    Optional.of("The certificate " + revokes.certificate().fingerprint() + " holds a new revocation"));
        }
        return result((Judgement.Found) judgement);
    }

    private Optional<String> refusedBefore(InboundFile file, Certificate certificate) {
        return offered.findRefusal(file.insurer(), certificate.fingerprint().value())
                .map(certificateRefusal -> "The certificate " + certificate.fingerprint() + " was refused before, at "
                        + certificateRefusal.at() + " by " + String.join(", ", certificateRefusal.by())
                        + ", and waits again");
    }

    private static OfferedCertificate offered(InboundFile file, Certificate certificate) {
        return new OfferedCertificate(
                file.id(), file.insurer(), certificate.fingerprint().value(), certificate.encoded(), file.receivedAt());
    }

    private static IngestResult result(Judgement.Found found) {
        Finding finding = Finding.ofFile(found.code());
        return found.code().severity() == FindingCode.Severity.REFUSED
                ? new IngestResult.Refused(finding, found.detail())
                : new IngestResult.Noted(Optional.of(finding), Optional.of(found.detail()));
    }
}
