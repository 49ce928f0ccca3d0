package jinbo.partner;

import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.participant.insurer.InsurerCode;

/**
 * An insurer as the software of its own side sees it.
 *
 * @param logKey the key of the association's access log; without it, checkpoints in manifests are not verified
 */
public record Partner(InsurerCode code, PartnerKeys keys, CryptoPolicy policy, Optional<VerifierKey> logKey) {

    public Partner(InsurerCode code, PartnerKeys keys) {
        this(code, keys, CryptoPolicy.standard(), Optional.empty());
    }

    public Partner with(PartnerKeys others) {
        return new Partner(code, others, policy, logKey);
    }

    public Partner withLogKey(VerifierKey log) {
        return new Partner(code, keys, policy, Optional.of(log));
    }

    public boolean signsAt(Instant at) {
        return !keys.own().get(0).certificate().signingKeys(at, policy).isEmpty();
    }

    /** True if at this time a certificate of the association is valid for verifying and encrypting. */
    public boolean hasAssociationCertificateAt(Instant at) {
        return keys.association().stream()
                .anyMatch(certificate -> !certificate.signingKeys(at, policy).isEmpty()
                        && !certificate.encryptionKeys(at, policy).isEmpty());
    }
}
