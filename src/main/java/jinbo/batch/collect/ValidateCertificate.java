package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jinbo.batch.EvaluateCertificate;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import org.springframework.stereotype.Component;

/** Judges a certificate that an insurer has sent: whether it could count as the insurer's next one. */
@Component
record ValidateCertificate(InsurerCertificates certificates, EvaluateCertificate weigh, SampleKeys samples) {

    sealed interface Judgement {

        /** It could count. */
        record Good(Certificate certificate) implements Judgement {}

        /**
         * It is a copy of one that is here, and holds a revocation that is not.
         *
         * @param more whether it holds more that is new, and is good
         */
        record Revokes(Certificate certificate, boolean more) implements Judgement {}

        /**
         * It cannot, or does already.
         *
         * @param detail for operators
         */
        record Found(FindingCode code, String detail) implements Judgement {}
    }

    /**
     * @param clear the bytes that were inside the envelope; read up to a limit, and not closed
     * @param at the time of receipt, at which its keys must be good
     * @throws IOException what the stream throws; never because of what it holds
     */
    Judgement judge(InsurerCode insurer, InputStream clear, Instant at) throws IOException {
        try {
            Certificate certificate = Certificate.parse(clear);
            return sample(certificate)
                    .orElseGet(() -> judged(insurer, certificate, weigh.evaluate(insurer, certificate, at), at));
        } catch (UnusableKeyException e) {
            return new Judgement.Found(FindingCode.CERTIFICATE_INVALID, String.valueOf(e.getMessage()));
        }
    }

    private Judgement judged(
            InsurerCode insurer, Certificate sent, EvaluateCertificate.Evaluation weighed, Instant at) {
        return switch (weighed.standing()) {
            case OURS ->
                new Judgement.Found(
                        FindingCode.CERTIFICATE_TAKEN,
                        "The certificate " + sent.fingerprint() + " is the association's own");
            case NOT_FREE -> taken(weighed.notFree().orElseThrow());
            case REVOKES -> new Judgement.Revokes(sent, weighed.more());
            case NOT_GOOD ->
                new Judgement.Found(
                        FindingCode.CERTIFICATE_INVALID, weighed.report().refusals());
            case GOOD -> known(insurer, weighed.joined(), at).orElseGet(() -> new Judgement.Good(sent));
        };
    }

    private static Judgement taken(InsurerException why) {
        return new Judgement.Found(
                why.error() == InsurerError.CERTIFICATE_TAKEN
                        ? FindingCode.CERTIFICATE_TAKEN
                        : FindingCode.CERTIFICATE_REVOKED,
                String.valueOf(why.getMessage()));
    }

    private Optional<Judgement> sample(Certificate certificate) {
        return samples.fault(certificate.allFingerprints())
                .flatMap(fault -> found(FindingCode.CERTIFICATE_INVALID, fault.in(Locale.ROOT)));
    }

    private Optional<Judgement> known(InsurerCode insurer, Certificate certificate, Instant at) {
        boolean known = certificates.of(insurer).stream()
                .filter(stored -> stored.acceptance().isAcceptedAt(at))
                .map(stored -> Certificate.parse(stored.encoded()))
                .anyMatch(stored -> stored.fingerprint().equals(certificate.fingerprint())
                        && !certificate.containsMoreThan(stored));
        return known
                ? found(
                        FindingCode.CERTIFICATE_KNOWN,
                        "The certificate " + certificate.fingerprint() + " counts already")
                : Optional.empty();
    }

    private static Optional<Judgement> found(FindingCode code, String detail) {
        return Optional.of(new Judgement.Found(code, detail));
    }
}
