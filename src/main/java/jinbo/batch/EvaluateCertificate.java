package jinbo.batch;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerException;
import org.springframework.stereotype.Component;

/** Evaluates a certificate from an insurer: whether the insurer may have it, what it revokes, if it is suitable. */
@Component
public record EvaluateCertificate(
        AssociationKeys ours, InsurerCertificates stored, PartnerCertificates copies, CryptoPolicy policy) {

    /** The result of the evaluation: the first of these that applies. */
    public enum Standing {
        OURS,
        /** Another insurer has the certificate, or the association has revoked it permanently. */
        NOT_FREE,
        /** The association has the certificate, and this copy contains a new revocation, and possibly other changes. */
        REVOKES,
        /** The certificate is not suitable by the {@link CryptoPolicy}. */
        NOT_GOOD,
        GOOD
    }

    /**
     * @param joined the certificate, merged with the stored copy
     * @param more true if the certificate contains anything new and suitable besides revocations
     * @param notFree why the insurer cannot have the certificate
     */
    public record Evaluation(
            Standing standing,
            Certificate joined,
            CertificateReport report,
            boolean more,
            Optional<InsurerException> notFree) {}

    /** @throws UnusableKeyException if it is too large when merged with the stored copy, and revokes nothing */
    public Evaluation evaluate(InsurerCode insurer, Certificate sent, Instant at) {
        Certificate joined = joined(insurer, sent);
        CertificateReport report = CertificateReport.of(joined, policy, at);
        Optional<InsurerException> notFree = notFree(insurer, sent);
        boolean more = report.isGood()
                && copies.copyOf(insurer, sent.fingerprint())
                        .filter(here -> !sent.containsMoreThan(here))
                        .isEmpty();
        return new Evaluation(standing(insurer, sent, report, notFree.isPresent()), joined, report, more, notFree);
    }

    private Certificate joined(InsurerCode insurer, Certificate sent) {
        try {
            return copies.mergedWithCopy(insurer, sent);
        } catch (UnusableKeyException tooLargeTogether) {
            // the merged certificate is too large, but its revocations alone always fit
            return copies.copyOf(insurer, sent.fingerprint())
                    .filter(here -> here.gainsRevocationsFrom(sent))
                    .map(here -> here.withRevocationsOf(sent))
                    .orElseThrow(() -> tooLargeTogether);
        }
    }

    private Standing standing(InsurerCode insurer, Certificate sent, CertificateReport report, boolean taken) {
        if (ours.openPgp().hold(sent.fingerprint())) {
            return Standing.OURS;
        }
        if (taken) {
            return Standing.NOT_FREE;
        }
        if (copies.revokes(insurer, sent)) {
            return Standing.REVOKES;
        }
        return report.isGood() ? Standing.GOOD : Standing.NOT_GOOD;
    }

    private Optional<InsurerException> notFree(InsurerCode insurer, Certificate sent) {
        try {
            stored.requireFree(insurer, sent.fingerprint().value());
            return Optional.empty();
        } catch (InsurerException e) {
            return Optional.of(e);
        }
    }
}
