package jinbo.envelope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;

/**
 * The signatures on a certificate by its own primary key, as far as they verify and are strong enough. Everybody may
 * attach packets to somebody else's certificate, so nothing else in it is believed.
 */
final class SelfSignatures {

    private static final Set<Integer> UNDERSTOOD = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.EXPORTABLE,
            SignatureSubpacketTags.REVOCABLE,
            SignatureSubpacketTags.KEY_EXPIRE_TIME,
            SignatureSubpacketTags.PREFERRED_SYM_ALGS,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.PREFERRED_HASH_ALGS,
            SignatureSubpacketTags.PREFERRED_COMP_ALGS,
            SignatureSubpacketTags.KEY_SERVER_PREFS,
            SignatureSubpacketTags.PREFERRED_KEY_SERV,
            SignatureSubpacketTags.PRIMARY_USER_ID,
            SignatureSubpacketTags.POLICY_URL,
            SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.SIGNER_USER_ID,
            SignatureSubpacketTags.REVOCATION_REASON,
            SignatureSubpacketTags.FEATURES,
            SignatureSubpacketTags.EMBEDDED_SIGNATURE,
            SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT);

    private final PGPPublicKey primary;
    private final CryptoPolicy policy;
    private final Instant at;

    SelfSignatures(PGPPublicKey primary, CryptoPolicy policy, Instant at) {
        this.primary = primary;
        this.policy = policy;
        this.at = at;
    }

    /**
     * The newest statement about the primary key: what its owner said last holds, whenever it was said. A key of version 6
     * says so directly, never with a user id (section 10.1.1).
     */
    Optional<PGPSignature> newestOfPrimary() {
        List<PGPSignature> found = new ArrayList<>(ofKey(PGPSignature.DIRECT_KEY));
        if (primary.getVersion() == 6) {
            return newest(found);
        }
        for (Iterator<byte[]> ids = primary.getRawUserIDs(); ids.hasNext(); ) {
            byte[] id = ids.next();
            List<PGPSignature> revocations = ofUserId(id, true);
            ofUserId(id, false).stream()
                    .filter(signature -> revocations.stream()
                            .noneMatch(revocation -> !created(revocation).isBefore(created(signature))))
                    .forEach(found::add);
        }
        return newest(found);
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
        for (PGPSignatureSubpacketVector area :
                List.of(binding.getHashedSubPackets(), binding.getUnhashedSubPackets())) {
            try {
                for (PGPSignature embedded : area.getEmbeddedSignatures()) {
                    if (embedded.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                            && good(embedded, subkey, () -> embedded.verifyCertification(primary, subkey))) {
                        return true;
                    }
                }
            } catch (PGPException | RuntimeException e) {
                // an embedded signature that cannot be read binds nothing
                continue;
            }
        }
        return false;
    }

    static Instant created(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }

    /** Whether all that a signature marks as critical is something that this package heeds (section 5.2.3.7). */
    static boolean isUnderstood(PGPSignature signature) {
        for (int tag : signature.getHashedSubPackets().getCriticalTags()) {
            if (!UNDERSTOOD.contains(tag)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<PGPSignature> newest(List<PGPSignature> signatures) {
        return signatures.stream().max(Comparator.comparing(SelfSignatures::created));
    }

    private List<PGPSignature> ofKey(int type) {
        List<PGPSignature> found = new ArrayList<>();
        primary.getSignaturesOfType(type).forEachRemaining(signature -> {
            if (good(signature, primary, () -> signature.verifyCertification(primary))) {
                found.add(signature);
            }
        });
        return found;
    }

    private List<PGPSignature> ofUserId(byte[] id, boolean revocation) {
        List<PGPSignature> found = new ArrayList<>();
        primary.getSignaturesForID(id).forEachRemaining(signature -> {
            boolean wanted = revocation
                    ? signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION
                    : PGPSignature.isCertification(signature.getSignatureType());
            if (wanted && good(signature, primary, () -> signature.verifyCertification(id, primary))) {
                found.add(signature);
            }
        });
        return found;
    }

    private List<PGPSignature> ofSubkey(PGPPublicKey subkey, int type) {
        List<PGPSignature> found = new ArrayList<>();
        subkey.getSignaturesOfType(type).forEachRemaining(signature -> {
            if (good(signature, primary, () -> signature.verifyCertification(primary, subkey))) {
                found.add(signature);
            }
        });
        return found;
    }

    private boolean good(PGPSignature signature, PGPPublicKey by, Verification verification) {
        try {
            if (signature.getVersion() != by.getVersion()
                    || signature.getHashedSubPackets().getSignatureCreationTime() == null
                    || !isUnderstood(signature)
                    || isOver(signature)
                    || !policy.accepts(AlgorithmRule.Kind.HASH, signature.getHashAlgorithm(), at)) {
                return false;
            }
            signature.init(new JcaPGPContentVerifierBuilderProvider(), by);
            return verification.verify();
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private boolean isOver(PGPSignature signature) {
        long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
        return seconds > 0 && !at.isBefore(created(signature).plusSeconds(seconds));
    }

    private interface Verification {
        boolean verify() throws PGPException;
    }
}
