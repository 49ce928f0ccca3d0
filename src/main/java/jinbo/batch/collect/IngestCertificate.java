package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jinbo.batch.EvaluateCertificate;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.collect.FileIngester.IngestContext;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.insurer.OfferedCertificates.OfferedCertificate;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Ingests insurers' next certificates, which two people must accept. Revocations in them apply at once. */
@Component
record IngestCertificate(
        OpenUpload openUpload,
        OfferedCertificates offered,
        PartnerCertificates certificates,
        InsurerCertificates insurerCertificates,
        EvaluateCertificate evaluateCertificate,
        SampleKeys samples)
        implements FileIngester {

    @Override
    public boolean ingests(FileKind kind) {
        return kind == FileKind.CERTIFICATE;
    }

    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        InboundFile file = ingestContext.file();
        Instant receivedAt = file.receivedAt();
        OpenResult<Judgement> openResult = openUpload.open(file, clear -> judge(file.insurer(), clear, receivedAt));
        if (openResult instanceof OpenResult.Refused<Judgement> refused) {
            return new IngestResult.Refused(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        Judgement judgement = ((OpenResult.Opened<Judgement>) openResult).value();
        if (judgement instanceof Judgement.Good good) {
            return offer(file, good.certificate())
                    .<IngestResult>map(remark -> IngestResult.ofFinding(FindingCode.CERTIFICATE_INVALID, remark))
                    .orElseGet(() -> new IngestResult.Noted(Optional.empty(), refusedBefore(file, good.certificate())));
        }
        if (judgement instanceof Judgement.Revokes revokes) {
            certificates.storeRevocations(file.insurer(), revokes.certificate());
            Optional<String> rest = revokes.more() ? offer(file, revokes.certificate()) : Optional.empty();
            String remark = "The certificate " + revokes.certificate().fingerprint() + " holds a new revocation";
            return new IngestResult.Noted(
                    Optional.of(Finding.ofFile(FindingCode.CERTIFICATE_REVOKES)),
                    Optional.of(remark
                            + rest.map("; its other changes cannot wait: "::concat)
                                    .orElse("")));
        }
        Judgement.Found found = (Judgement.Found) judgement;
        return IngestResult.ofFinding(found.code(), found.detail());
    }

    private Optional<String> refusedBefore(InboundFile file, Certificate certificate) {
        return offered.findRefusal(file.insurer(), certificate.fingerprint().value())
                .map(certificateRefusal -> "The certificate " + certificate.fingerprint() + " was refused before, at "
                        + certificateRefusal.at() + " by " + String.join(", ", certificateRefusal.by())
                        + ", and waits again");
    }

    /** Lets a certificate wait unless the same copy already does. Returns why it cannot wait. */
    private Optional<String> offer(InboundFile file, Certificate certificate) {
        OfferedCertificate copy = new OfferedCertificate(
                file.id(), file.insurer(), certificate.fingerprint().value(), certificate.encoded(), file.receivedAt());
        if (offered.waits(copy)) {
            return Optional.empty();
        }
        int waiting = offered.countWaiting(file.insurer());
        if (waiting >= OfferedCertificates.MAX_WAITING) {
            return Optional.of(waiting + " certificates of the insurer wait already; accept or refuse them first");
        }
        offered.record(copy);
        return Optional.empty();
    }

    private Judgement judge(InsurerCode insurer, InputStream clear, Instant at) throws IOException {
        try {
            Certificate certificate = Certificate.parse(clear);
            return samples.fault(certificate.allFingerprints())
                    .<Judgement>map(
                            fault -> new Judgement.Found(FindingCode.CERTIFICATE_INVALID, fault.in(Locale.ROOT)))
                    .orElseGet(() -> judge(insurer, certificate, at));
        } catch (UnusableKeyException e) {
            return new Judgement.Found(FindingCode.CERTIFICATE_INVALID, String.valueOf(e.getMessage()));
        }
    }

    private Judgement judge(InsurerCode insurer, Certificate sent, Instant at) {
        EvaluateCertificate.Evaluation evaluation = evaluateCertificate.evaluate(insurer, sent, at);
        String name = "The certificate " + sent.fingerprint();
        return switch (evaluation.standing()) {
            case OURS -> new Judgement.Found(FindingCode.CERTIFICATE_TAKEN, name + " is the association's own");
            case NOT_FREE -> taken(evaluation.notFree().orElseThrow());
            case REVOKES -> new Judgement.Revokes(sent, evaluation.more());
            case NOT_GOOD ->
                new Judgement.Found(
                        FindingCode.CERTIFICATE_INVALID, evaluation.report().refusals());
            case GOOD ->
                isKnown(insurer, evaluation.joined(), at)
                        ? new Judgement.Found(FindingCode.CERTIFICATE_KNOWN, name + " is already accepted")
                        : new Judgement.Good(sent);
        };
    }

    private static Judgement taken(InsurerException why) {
        return new Judgement.Found(
                why.error() == InsurerError.CERTIFICATE_TAKEN
                        ? FindingCode.CERTIFICATE_TAKEN
                        : FindingCode.CERTIFICATE_REVOKED,
                String.valueOf(why.getMessage()));
    }

    private boolean isKnown(InsurerCode insurer, Certificate certificate, Instant at) {
        return insurerCertificates.of(insurer).stream()
                .filter(stored -> stored.acceptance().isAcceptedAt(at))
                .map(stored -> Certificate.parse(stored.encoded()))
                .anyMatch(stored -> stored.fingerprint().equals(certificate.fingerprint())
                        && !certificate.containsMoreThan(stored));
    }

    sealed interface Judgement {

        record Good(Certificate certificate) implements Judgement {}

        /** A copy of a stored certificate with a new revocation; {@code more} if it also has other good changes. */
        record Revokes(Certificate certificate, boolean more) implements Judgement {}

        /** The certificate cannot be accepted, or already is; the detail is for operators. */
        record Found(FindingCode code, String detail) implements Judgement {}
    }
}
