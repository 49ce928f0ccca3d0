package jinbo.operator.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.Actor;
import jinbo.batch.EvaluateCertificate;
import jinbo.batch.EvaluateCertificate.Evaluation;
import jinbo.batch.EvaluateCertificate.Standing;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.OperatorError;
import jinbo.operator.OperatorException;
import jinbo.operator.key.InsurerKeyHandlers.CertificateJudgement.Outcome;
import jinbo.operator.key.KeyOperations.AcceptKey;
import jinbo.operator.key.KeyOperations.AddKey;
import jinbo.operator.key.KeyOperations.ListWaitingKeys;
import jinbo.operator.key.KeyOperations.RefuseKey;
import jinbo.operator.key.KeyOperations.RevokeKey;
import jinbo.participant.insurer.CertificateAcceptance;
import jinbo.participant.insurer.CertificateRevocation;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.insurer.OfferedCertificates.OfferedCertificate;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.reference.calendar.BusinessTime;

/** Carries out the {@link KeyOperations} on insurers' certificates. */
@OperationHandlers
record InsurerKeyHandlers(
        Insurers insurers,
        InsurerCertificates certificates,
        OfferedCertificates offered,
        PartnerCertificates partnerCertificates,
        EvaluateCertificate evaluateCertificate,
        SampleKeys sampleKeys,
        CryptoPolicy policy,
        Clock clock) {

    record RevokedCertificate(CertificateRevocation revocation, List<CertificateSheet> certificates) {}

    record WaitingCertificates(List<OfferedSheet> certificates) {}

    record RefusedCertificate(OfferedSheet refused) {}

    @Previews
    Outline preview(AddKey input) throws IOException {
        insurers.get(input.code());
        Certificate sent = read(input);
        Evaluation evaluation = evaluate(input, sent);
        if (evaluation.standing() == Standing.OURS || evaluation.standing() == Standing.NOT_GOOD) {
            throw refused(input.code(), evaluation.report());
        }
        if (!evaluation.report().isGood()) {
            return Outline.of(
                    "key-add-revocation", input.code(), sent.fingerprint().toGroupedString());
        }
        return accepting("key-add", input.code(), evaluation.joined(), input.acceptance());
    }

    @Handles
    CertificateJudgement add(AddKey input) throws IOException {
        insurers.get(input.code());
        Certificate sent = read(input);
        Evaluation evaluation = evaluate(input, sent);
        return CertificateJudgement.of(
                input.code(), evaluation.joined(), outcome(input, sent, evaluation), evaluation.report());
    }

    private Outcome outcome(AddKey input, Certificate sent, Evaluation evaluation) {
        if (evaluation.standing() == Standing.OURS) {
            return Outcome.OURS;
        }
        if (evaluation.report().isGood()) {
            partnerCertificates.add(new InsurerCertificate(
                    input.code(), sent.fingerprint().value(), sent.encoded(), clock.instant(), input.acceptance()));
            return Outcome.ACCEPTED;
        }
        // a revocation needs no second person: its owner has signed it, and it only removes trust
        return partnerCertificates.storeRevocations(input.code(), sent) ? Outcome.REVOCATION_TAKEN : Outcome.REFUSED;
    }

    private Evaluation evaluate(AddKey input, Certificate sent) {
        Evaluation evaluation = evaluateCertificate.evaluate(input.code(), sent, clock.instant());
        if (evaluation.standing() == Standing.NOT_FREE) {
            throw evaluation.notFree().orElseThrow();
        }
        return evaluation;
    }

    private Certificate read(AddKey input) throws IOException {
        try (InputStream in = Files.newInputStream(input.file().path())) {
            Certificate certificate = Certificate.parse(in);
            refuseSample(input.code(), certificate.allFingerprints());
            return certificate;
        }
    }

    private void refuseSample(InsurerCode code, List<String> fingerprints) {
        sampleKeys.refuse(fingerprints, KeysError.ASK_FOR_CERTIFICATE, code);
    }

    private Outline accepting(String key, InsurerCode code, Certificate certificate, CertificateAcceptance acceptance) {
        Fingerprint fingerprint = certificate.fingerprint();
        List<Object> facts = new ArrayList<>(List.of(
                code,
                fingerprint.toGroupedString(),
                certificate.userIds(),
                shown(acceptance.from()) + " .. " + shown(acceptance.until())));
        Optional<OfferedCertificates.Refusal> refusal = offered.findRefusal(code, fingerprint.value());
        refusal.ifPresent(before -> facts.addAll(
                List.of(before.at(), before.by().isEmpty() ? "-" : String.join(", ", before.by()), before.reason())));
        return Outline.of(refusal.isPresent() ? key + "-refused" : key, facts.toArray());
    }

    private static String shown(Optional<Instant> time) {
        return time.map(BusinessTime::formatMinute).orElse("-");
    }

    @Previews
    Outline preview(RevokeKey input) {
        certificates.get(input.code(), input.fingerprint().value());
        String fingerprint = input.fingerprint().toGroupedString();
        if (input.compromised() || input.from().isEmpty()) {
            return Outline.of(
                    input.compromised() ? "key-revoke-compromised" : "key-revoke-at-once",
                    input.code(),
                    fingerprint,
                    input.reason());
        }
        return Outline.of("key-revoke", input.code(), fingerprint, input.from().map(Moment::begin), input.reason());
    }

    @Handles
    RevokedCertificate revoke(RevokeKey input) {
        Instant now = clock.instant();
        CertificateRevocation revocation = new CertificateRevocation(
                input.from().map(Moment::begin).orElse(now),
                input.compromised(),
                now,
                input.reason().text());
        certificates.revoke(input.code(), input.fingerprint().value(), revocation);
        return new RevokedCertificate(
                revocation,
                certificates.of(input.code()).stream()
                        .map(stored -> CertificateSheet.of(stored, policy, now))
                        .toList());
    }

    @Handles
    WaitingCertificates list(ListWaitingKeys input) {
        return new WaitingCertificates(
                offered.waiting().stream().map(this::sheet).toList());
    }

    private OfferedSheet sheet(OfferedCertificate certificate) {
        Certificate sent = Certificate.parse(certificate.encoded());
        return new OfferedSheet(
                certificate.inboundFile(),
                certificate.insurer(),
                new Fingerprint(certificate.fingerprint()).toGroupedString(),
                sent.userIds(),
                certificate.receivedAt(),
                sent.expiresAt(),
                report(sent).findings(),
                offered.findRefusal(certificate.insurer(), certificate.fingerprint()));
    }

    private CertificateReport report(Certificate certificate) {
        return CertificateReport.of(certificate, policy, clock.instant());
    }

    @Previews
    Outline preview(AcceptKey input) {
        Certificate certificate = joined(input);
        CertificateReport report = report(certificate);
        if (!report.isGood()) {
            throw refused(input.code(), report);
        }
        return accepting("key-accept", input.code(), certificate, input.acceptance());
    }

    @Handles
    CertificateJudgement accept(AcceptKey input) {
        Certificate certificate = joined(input);
        CertificateReport report = report(certificate);
        if (report.isGood()) {
            offered.accept(
                    input.code(),
                    input.readOut().value(),
                    input.copy(),
                    input.acceptance(),
                    PartnerCertificates::joined,
                    clock.instant());
        }
        return CertificateJudgement.of(
                input.code(), certificate, report.isGood() ? Outcome.ACCEPTED_AS_READ_OUT : Outcome.REFUSED, report);
    }

    /** The certificate as it would be stored: the uploaded copy merged with the accepted one. */
    private Certificate joined(AcceptKey input) {
        Certificate sent =
                Certificate.parse(offered.waiting(input.code(), input.readOut().value(), input.copy())
                        .encoded());
        refuseSample(
                input.code(), sent.allKeys().stream().map(Fingerprint::value).toList());
        return partnerCertificates.mergedWithCopy(input.code(), sent);
    }

    @Previews
    Outline preview(RefuseKey input) {
        offered.requireWaiting(input.code(), input.fingerprint().value(), input.copy());
        return Outline.of("key-refuse", input.code(), input.fingerprint().toGroupedString(), input.reason());
    }

    @Handles
    RefusedCertificate refuse(RefuseKey input, Actor by) {
        OfferedCertificates.Refusal refusal = new OfferedCertificates.Refusal(
                clock.instant(), by.names(), input.reason().text());
        return new RefusedCertificate(
                sheet(offered.refuse(input.code(), input.fingerprint().value(), input.copy(), refusal)));
    }

    private static OperatorException refused(InsurerCode insurer, CertificateReport report) {
        return report.isGood()
                ? new OperatorException(OperatorError.CERTIFICATE_OF_ASSOCIATION, insurer)
                : new OperatorException(
                        OperatorError.CERTIFICATE_REFUSED,
                        insurer,
                        report.refusing().stream()
                                .map(finding -> finding.code() + " " + finding.sentence())
                                .collect(Collectors.joining("; ")));
    }

    /** @param userIds the owner's claims, not verified */
    record CertificateJudgement(
            InsurerCode insurer,
            Fingerprint fingerprint,
            List<String> userIds,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Outcome outcome,
            List<CertificateReport.Finding> findings)
            implements Incomplete, CommentedResult {

        enum Outcome {
            /** Accepted; the fingerprint must still be compared with the insurer's. */
            ACCEPTED,
            /** Accepted; the insurer has read out the fingerprint by telephone. */
            ACCEPTED_AS_READ_OUT,
            /** Not accepted, but a revocation in it was stored. */
            REVOCATION_TAKEN,
            /** The association's own certificate, which no insurer can have. */
            OURS,
            REFUSED
        }

        static CertificateJudgement of(
                InsurerCode insurer, Certificate certificate, Outcome outcome, CertificateReport report) {
            return new CertificateJudgement(
                    insurer,
                    certificate.fingerprint(),
                    certificate.userIds(),
                    certificate.createdAt(),
                    certificate.expiresAt(),
                    outcome,
                    report.findings());
        }

        @Override
        public boolean complete() {
            return outcome != Outcome.REFUSED && outcome != Outcome.OURS;
        }

        @Override
        public Optional<String> comment() {
            return Optional.of(outcome.name());
        }
    }

    /** @param copy the number of this copy for the option {@code --copy} */
    record OfferedSheet(
            long copy,
            InsurerCode insurer,
            String fingerprint,
            List<String> userIds,
            Instant receivedAt,
            Optional<Instant> expiresAt,
            List<CertificateReport.Finding> findings,
            Optional<OfferedCertificates.Refusal> refusedBefore) {}
}
