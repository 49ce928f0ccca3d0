package jinbo.partner;

import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.participant.insurer.InsurerCode;

/** @param logKey of the association's access log; without it the heads that manifests name are kept and not verified */
public record Partner(InsurerCode code, PartnerKeys keys, CryptoPolicy policy, Optional<VerifierKey> logKey) {

    /** With the algorithms that the association accepts, too. */
    public Partner(InsurerCode code, PartnerKeys keys) {
        this(code, keys, CryptoPolicy.standard(), Optional.empty());
    }

    public Partner with(PartnerKeys others) {
        return new Partner(code, others, policy, logKey);
    }

    /** The same, as a witness of the association's access log. */
    public Partner withLogKey(VerifierKey log) {
        return new Partner(code, keys, policy, Optional.of(log));
    }

    /** Whether the key that signs is good for that at an instant. */
    public boolean signsAt(Instant at) {
        return !keys.own().get(0).certificate().signingKeys(at, policy).isEmpty();
    }

    /** Whether any certificate of the association is good at an instant, to verify what it sends and to encrypt to it. */
    public boolean hasAssociationCertificateAt(Instant at) {
        return keys.association().stream()
                .anyMatch(certificate -> !certificate.signingKeys(at, policy).isEmpty()
                        && !certificate.encryptionKeys(at, policy).isEmpty());
    }
}
