package jinbo.operator.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Incomplete;

/**
 * @param fingerprint of its primary key, to be compared with the insurer over the telephone
 * @param userIds what it calls itself; nothing proves that
 */
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
        /** It counts; its fingerprint is still to be compared. */
        ACCEPTED,
        /** It counts, and the insurer has read its fingerprint out. */
        ACCEPTED_AS_READ_OUT,
        /** It does not count, but a revocation in it does. */
        REVOCATION_TAKEN,
        /** It is our own, which no insurer can have. */
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
