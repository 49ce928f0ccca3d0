package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.jspecify.annotations.Nullable;

/**
 * The valid signatures by which a primary key certifies its own certificate. Only these are trusted, because anybody
 * can attach other signatures to a certificate.
 */
final class SelfSignatures {

    private final PGPPublicKey primary;
    private final CryptoPolicy policy;
    private final Instant at;
    private final SignatureCache signatureCache;
    private @Nullable List<PGPSignature> direct;
    private @Nullable List<PGPSignature> overUserIds;

    SelfSignatures(PGPPublicKey primary, CryptoPolicy policy, Instant at, SignatureCache signatureCache) {
        this.primary = primary;
        this.policy = policy;
        this.at = at;
        this.signatureCache = signatureCache;
    }

    boolean existForPrimary() {
        return !direct().isEmpty() || !overUserIds().isEmpty();
    }

    /**
     * Selects the newest direct signature with the subpacket, or else the newest signature over a user id. GnuPG adds
     * direct signatures that only name a revoker. A key of version 6 has only direct signatures (RFC 9580, section
     * 10.1.1).
     */
    Optional<PGPSignature> ofPrimary(int subpacket) {
        if (primary.getVersion() == 6) {
            return newest(direct());
        }
        return newest(direct().stream()
                        .filter(signature -> signature.getHashedSubPackets().hasSubpacket(subpacket))
                        .toList())
                .or(() -> newest(overUserIds()));
    }

    List<PGPSignature> revocationsOfPrimary() {
        return verified(primary, PGPSignature.KEY_REVOCATION);
    }

    Optional<PGPSignature> newestBinding(PGPPublicKey subkey) {
        return newest(verified(subkey, PGPSignature.SUBKEY_BINDING));
    }

    List<PGPSignature> revocationsOf(PGPPublicKey subkey) {
        return verified(subkey, PGPSignature.SUBKEY_REVOCATION);
    }

    /** True if the subkey has signed that it belongs to the primary key, so that nobody can claim another's subkey. */
    boolean hasBackSignature(PGPPublicKey subkey, PGPSignature binding) {
        return signatureCache.embeddedIn(binding).stream()
                .anyMatch(embedded -> embedded.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                        && isValid(embedded, subkey, () -> embedded.verifyCertification(primary, subkey)));
    }

    static Instant created(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }

    private List<PGPSignature> direct() {
        if (direct == null) {
            direct = verified(primary, PGPSignature.DIRECT_KEY);
        }
        return direct;
    }

    private List<PGPSignature> overUserIds() {
        if (overUserIds == null) {
            overUserIds = new ArrayList<>();
            if (primary.getVersion() != 6) {
                primary.getRawUserIDs().forEachRemaining(id -> overUserIds.addAll(ofUserId(id)));
            }
        }
        return overUserIds;
    }

    private static Optional<PGPSignature> newest(List<PGPSignature> signatures) {
        return signatures.stream().max(Comparator.comparing(SelfSignatures::created));
    }

    private List<PGPSignature> verified(PGPPublicKey key, int type) {
        boolean ofSubkey = type == PGPSignature.SUBKEY_BINDING || type == PGPSignature.SUBKEY_REVOCATION;
        boolean revocation = type == PGPSignature.KEY_REVOCATION || type == PGPSignature.SUBKEY_REVOCATION;
        List<PGPSignature> found = new ArrayList<>();
        key.getSignaturesOfType(type).forEachRemaining(signature -> {
            SignatureCache.Verification verification = () ->
                    ofSubkey ? signature.verifyCertification(primary, key) : signature.verifyCertification(primary);
            if (revocation ? revokes(signature, verification) : isValid(signature, primary, verification)) {
                found.add(signature);
            }
        });
        return found;
    }

    private List<PGPSignature> ofUserId(byte[] id) {
        List<PGPSignature> found = new ArrayList<>();
        List<PGPSignature> revocations = new ArrayList<>();
        primary.getSignaturesForID(id).forEachRemaining(signature -> {
            SignatureCache.Verification verification = () -> signature.verifyCertification(id, primary);
            if (signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION) {
                if (revokes(signature, verification)) {
                    revocations.add(signature);
                }
            } else if (PGPSignature.isCertification(signature.getSignatureType())
                    && isValid(signature, primary, verification)) {
                found.add(signature);
            }
        });
        found.removeIf(signature ->
                revocations.stream().anyMatch(revocation -> !created(revocation).isBefore(created(signature))));
        return found;
    }

    private boolean isValid(PGPSignature signature, PGPPublicKey by, SignatureCache.Verification verification) {
        try {
            if (signature.getVersion() != by.getVersion()
                    || signature.getHashedSubPackets().getSignatureCreationTime() == null
                    || !SignatureGrammar.knowsAllCritical(signature)
                    || isExpired(signature)
                    || !policy.accepts(AlgorithmRule.Kind.HASH, signature.getHashAlgorithm(), at)) {
                return false;
            }
            return signatureCache.verifies(signature, by, verification);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Revocations count with any algorithm and content, because those prepared with old keys may use SHA-1. */
    private boolean revokes(PGPSignature signature, SignatureCache.Verification verification) {
        return signature.getVersion() == primary.getVersion()
                && signatureCache.verifies(signature, primary, verification);
    }

    private boolean isExpired(PGPSignature signature) {
        long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
        return seconds > 0 && !at.isBefore(created(signature).plusSeconds(seconds));
    }
}
