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
 * The signatures on a certificate by its own primary key, as far as they verify and are strong enough. Everybody may
 * attach packets to somebody else's certificate, so nothing else in it is believed.
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

    /** Whether the primary key says anything of itself. */
    boolean describePrimary() {
        return !direct().isEmpty() || !overUserIds().isEmpty();
    }

    /**
     * The statement that settles one thing about the primary key: the newest direct one that names it, else the newest over a
     * user id. GnuPG adds direct ones that only name a revoker and leave flags and lifetime to those over user ids. A key of
     * version 6 speaks directly alone (section 10.1.1).
     *
     * @param subpacket the type of what is to be settled
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
        return ofKey(PGPSignature.KEY_REVOCATION);
    }

    Optional<PGPSignature> newestBinding(PGPPublicKey subkey) {
        return newest(ofSubkey(subkey, PGPSignature.SUBKEY_BINDING));
    }

    List<PGPSignature> revocationsOf(PGPPublicKey subkey) {
        return ofSubkey(subkey, PGPSignature.SUBKEY_REVOCATION);
    }

    /** Whether the subkey itself has signed that it belongs to the primary key, so that nobody can claim another's. */
    boolean hasBackSignature(PGPPublicKey subkey, PGPSignature binding) {
        return signatureCache.embeddedIn(binding).stream()
                .anyMatch(embedded -> embedded.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                        && good(embedded, subkey, () -> embedded.verifyCertification(primary, subkey)));
    }

    static Instant created(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }

    private List<PGPSignature> direct() {
        if (direct == null) {
            direct = ofKey(PGPSignature.DIRECT_KEY);
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

    private List<PGPSignature> ofKey(int type) {
        List<PGPSignature> found = new ArrayList<>();
        primary.getSignaturesOfType(type).forEachRemaining(signature -> {
            SignatureCache.Verification verification = () -> signature.verifyCertification(primary);
            boolean counts = type == PGPSignature.KEY_REVOCATION
                    ? revokes(signature, verification)
                    : good(signature, primary, verification);
            if (counts) {
                found.add(signature);
            }
        });
        return found;
    }

    /** Those over a user id that were not revoked since. */
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
                    && good(signature, primary, verification)) {
                found.add(signature);
            }
        });
        found.removeIf(signature ->
                revocations.stream().anyMatch(revocation -> !created(revocation).isBefore(created(signature))));
        return found;
    }

    private List<PGPSignature> ofSubkey(PGPPublicKey subkey, int type) {
        List<PGPSignature> found = new ArrayList<>();
        subkey.getSignaturesOfType(type).forEachRemaining(signature -> {
            SignatureCache.Verification verification = () -> signature.verifyCertification(primary, subkey);
            boolean counts = type == PGPSignature.SUBKEY_REVOCATION
                    ? revokes(signature, verification)
                    : good(signature, primary, verification);
            if (counts) {
                found.add(signature);
            }
        });
        return found;
    }

    private boolean good(PGPSignature signature, PGPPublicKey by, SignatureCache.Verification verification) {
        try {
            if (signature.getVersion() != by.getVersion()
                    || signature.getHashedSubPackets().getSignatureCreationTime() == null
                    || !UnderstoodSubpackets.understandsAllCritical(signature)
                    || isOver(signature)
                    || !policy.accepts(AlgorithmRule.Kind.HASH, signature.getHashAlgorithm(), at)) {
                return false;
            }
            return signatureCache.verifies(signature, by, verification);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * A revocation counts whatever it is made with and whatever else it says, so that none is overlooked: those that were made
     * together with an old key, for later, are over SHA-1.
     */
    private boolean revokes(PGPSignature signature, SignatureCache.Verification verification) {
        return signature.getVersion() == primary.getVersion()
                && signatureCache.verifies(signature, primary, verification);
    }

    private boolean isOver(PGPSignature signature) {
        long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
        return seconds > 0 && !at.isBefore(created(signature).plusSeconds(seconds));
    }
}
