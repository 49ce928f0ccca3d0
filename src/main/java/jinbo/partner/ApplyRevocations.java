package jinbo.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;

/**
 * Takes what a certificate revokes into every copy of it that is here, whether it counts, waits or was refused: a revocation proves
 * itself, so it counts at once, and an unrevoked copy that is let in later must not bring the key back.
 */
record ApplyRevocations(AssociationCertificates kept, TrustedAssociationCertificates counting, CryptoPolicy policy) {

    /** @throws jinbo.exchange.openpgp.UnusableKeyException if a copy that is here has no room for it */
    boolean of(Certificate copy, Instant now) throws IOException {
        Fingerprint fingerprint = copy.fingerprint();
        Optional<Certificate> counts = counting.find(fingerprint);
        boolean some = counts.isPresent() && fromWhatCounts(counts.get(), copy, now);
        boolean known = counts.isPresent();
        for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
            for (Kept before : kept.of(fingerprint, state)) {
                known = true;
                Certificate less = before.certificate().withRevocationsOf(copy);
                if (!less.equals(before.certificate())) {
                    kept.replace(before, less, state);
                    some = true;
                }
            }
        }
        if (!known && isDead(copy, now)) {
            kept.keep(copy, State.REVOKED, now);
            some = true;
        }
        buryWhatWaits(fingerprint, now);
        return some;
    }

    private boolean fromWhatCounts(Certificate counts, Certificate copy, Instant now) throws IOException {
        Certificate less = counts.withRevocationsOf(copy);
        if (less.equals(counts)) {
            return false;
        }
        kept.keep(less, State.ACCEPTED, now);
        return true;
    }

    /** What is said against one that waits stays said, whether or not it counts by now. */
    private void buryWhatWaits(Fingerprint fingerprint, Instant now) throws IOException {
        for (Kept waiting : kept.of(fingerprint, State.WAITING)) {
            if (isDead(waiting.certificate(), now)) {
                Optional<Certificate> counts = counting.find(fingerprint);
                kept.keep(
                        counts.orElse(waiting.certificate()), counts.isPresent() ? State.ACCEPTED : State.REVOKED, now);
                kept.forget(fingerprint, State.WAITING);
            }
        }
    }

    /** Whether it can never count because of what its owner says against it. */
    private boolean isDead(Certificate certificate, Instant now) {
        return certificate.hasRevocations()
                && !CertificateReport.of(certificate, policy, now).isGood();
    }
}
