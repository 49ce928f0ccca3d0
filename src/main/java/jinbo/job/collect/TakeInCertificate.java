package jinbo.job.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.envelope.Certificate;
import jinbo.envelope.Opening;
import jinbo.exchange.FileKind;
import jinbo.exchange.Finding;
import jinbo.exchange.Severity;
import jinbo.inbound.InboundFile;
import jinbo.insurer.OfferedCertificate;
import jinbo.insurer.OfferedCertificates;
import jinbo.job.collect.JudgeCertificate.Judgement;
import org.springframework.stereotype.Component;

/** Takes in insurers' next certificates: a good one waits for two people and counts for nothing until then. */
@Component
class TakeInCertificate implements TakeInKind {

    private final OpenUpload openUpload;
    private final JudgeCertificate judgeCertificate;
    private final OfferedCertificates offered;

    TakeInCertificate(OpenUpload openUpload, JudgeCertificate judgeCertificate, OfferedCertificates offered) {
        this.openUpload = openUpload;
        this.judgeCertificate = judgeCertificate;
        this.offered = offered;
    }

    @Override
    public FileKind kind() {
        return FileKind.CERTIFICATE;
    }

    @Override
    public TakenIn takeIn(Arrival arrival) {
        InboundFile file = arrival.file();
        Instant receivedAt = file.receivedAt();
        Opening<Judgement> opening = openUpload.open(
                file,
                (buffer, offset, length) -> {},
                clear -> judgeCertificate.judge(file.insurer(), clear, receivedAt));
        if (opening instanceof Opening.Refused<Judgement> refused) {
            return new TakenIn.Refused(OpenUpload.findingOf(refused.fault()), refused.operatorDetail());
        }
        Judgement judgement = ((Opening.Opened<Judgement>) opening).value();
        if (judgement instanceof Judgement.Good good) {
            Certificate certificate = good.certificate();
            offered.record(new OfferedCertificate(
                    file.id(), file.insurer(), certificate.fingerprint().value(), certificate.encoded(), receivedAt));
            return new TakenIn.Noted(Optional.empty(), Optional.empty());
        }
        return told((Judgement.Found) judgement);
    }

    private static TakenIn told(Judgement.Found found) {
        Finding finding = Finding.ofFile(found.code());
        return found.code().severity() == Severity.REFUSED
                ? new TakenIn.Refused(finding, found.detail())
                : new TakenIn.Noted(Optional.of(finding), Optional.of(found.detail()));
    }
}
