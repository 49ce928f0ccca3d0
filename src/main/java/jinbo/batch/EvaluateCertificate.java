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

/**
 * Weighs a certificate for an insurer, whichever way it came, in one order: whether anybody may have it, whether it takes
 * away, whether it could give.
 */
@Component
public record EvaluateCertificate(
        AssociationKeys ours, InsurerCertificates stored, PartnerCertificates copies, CryptoPolicy policy) {

    /** The first that is so. */
    public enum Standing {
        OURS,
        /** Another insurer has it, or it was revoked here for good. */
        NOT_FREE,
        /** It is a copy of one that is here, and holds a revocation that is not; perhaps more that is new. */
        REVOKES,
        NOT_GOOD,
        GOOD
    }

    /**
     * @param joined as it would count: together with the copy that is here
     * @param more whether something in it is new and gives: other than revocations, and good
     * @param notFree why nobody else may have it, where that is so
     */
    public record Evaluation(
            Standing standing,
            Certificate joined,
            CertificateReport report,
            boolean more,
            Optional<InsurerException> notFree) {}

    /**
     * @param at when its keys must be good
     * @throws UnusableKeyException if it takes nothing away and is too large together with the copy that is here
     */
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
            return copies.joinedWithCopy(insurer, sent);
        } catch (UnusableKeyException tooLargeTogether) {
            // what it gives has no room then, but what it takes away always has
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
