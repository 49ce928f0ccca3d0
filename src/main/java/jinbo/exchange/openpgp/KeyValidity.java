package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.KeyFault.Kind;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** Checks which keys of a certificate may be used at an instant, by self-signatures and the {@link CryptoPolicy}. */
final class KeyValidity {

    /** Larger ones take minutes to verify many signatures with. */
    private static final int MAX_RSA_BITS = 8192;

    private static final int MAX_EXPONENT_BITS = 64;

    private static final Set<String> LEGACY_CURVES = Set.of("1.3.6.1.4.1.11591.15.1", "1.3.6.1.4.1.3029.1.5.1");

    private final PGPPublicKey primary;
    private final CryptoPolicy policy;
    private final Instant at;
    private final SelfSignatures signatures;

    KeyValidity(PGPPublicKeyRing ring, CryptoPolicy policy, Instant at, SignatureCache signatureCache) {
        this.primary = ring.getPublicKey();
        this.policy = policy;
        this.at = at;
        this.signatures = new SelfSignatures(primary, policy, at, signatureCache);
    }

    /** The fault of a key; empty if it may be used. */
    Optional<KeyFault> fault(PGPPublicKey key, KeyUse use) {
        return primaryFault()
                .map(fault -> key.isMasterKey() ? fault : fault.inherited())
                .or(() -> key.isMasterKey()
                        ? useFault(key, signatures.ofPrimary(SignatureSubpacketTags.KEY_FLAGS), use)
                        : subkeyFault(key, use));
    }

    Optional<KeyFault> primaryFault() {
        return strengthFault(primary)
                .or(() -> signatures.existForPrimary()
                        ? Optional.empty()
                        : Optional.of(KeyFault.of(Kind.NO_SELF_SIGNATURE)))
                .or(() -> revocationFault(signatures.revocationsOfPrimary()))
                .or(() -> lifetimeFault(primary));
    }

    /** True if the owner has revoked the key or its primary key as compromised: then it is invalid at all times. */
    boolean isCompromised(PGPPublicKey key) {
        return Stream.concat(
                        signatures.revocationsOfPrimary().stream(),
                        key.isMasterKey() ? Stream.empty() : signatures.revocationsOf(key).stream())
                .anyMatch(revocation -> KeyRevocation.of(revocation).compromised());
    }

    /** When a key expires by its newest valid self-signature; empty for never, or without such a signature. */
    Optional<Instant> end(PGPPublicKey key) {
        return (key.isMasterKey()
                        ? signatures.ofPrimary(SignatureSubpacketTags.KEY_EXPIRE_TIME)
                        : signatures.newestBinding(key))
                .flatMap(statement -> end(key, statement));
    }

    private Optional<KeyFault> subkeyFault(PGPPublicKey key, KeyUse use) {
        Optional<PGPSignature> binding = signatures.newestBinding(key);
        if (binding.isEmpty()) {
            return Optional.of(KeyFault.of(Kind.NOT_BOUND));
        }
        return strengthFault(key)
                .or(() -> revocationFault(signatures.revocationsOf(key)))
                .or(() -> lifetimeFault(key))
                .or(() -> useFault(key, binding, use))
                .or(() -> use == KeyUse.SIGN && !signatures.hasBackSignature(key, binding.get())
                        ? Optional.of(KeyFault.of(Kind.NO_BACK_SIGNATURE))
                        : Optional.empty());
    }

    private Optional<KeyFault> strengthFault(PGPPublicKey key) {
        if (key.getPublicKeyPacket().getKey() instanceof RSAPublicBCPGKey rsa
                && (rsa.getModulus().bitLength() > MAX_RSA_BITS
                        || rsa.getPublicExponent().bitLength() > MAX_EXPONENT_BITS)) {
            return Optional.of(KeyFault.of(Kind.RSA_TOO_LONG, MAX_RSA_BITS, MAX_EXPONENT_BITS));
        }
        KeyAlgorithm algorithm = KeyAlgorithm.of(key);
        boolean legacy = algorithm.curve().filter(LEGACY_CURVES::contains).isPresent();
        return key.getVersion() == 6 && legacy
                ? Optional.of(KeyFault.of(Kind.NOT_IN_VERSION_SIX, policy.describe(algorithm)))
                : policy.faultOf(algorithm, at);
    }

    private static Optional<KeyFault> useFault(PGPPublicKey key, Optional<PGPSignature> statement, KeyUse use) {
        if (!use.suits(key)) {
            return Optional.of(KeyFault.of(use == KeyUse.SIGN ? Kind.CANNOT_SIGN : Kind.CANNOT_ENCRYPT));
        }
        return statement
                        .filter(signature ->
                                use.allowedBy(signature.getHashedSubPackets().getKeyFlags()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(KeyFault.of(use == KeyUse.SIGN ? Kind.NOT_FLAGGED_TO_SIGN : Kind.NOT_FLAGGED_TO_ENCRYPT));
    }

    private Optional<KeyFault> lifetimeFault(PGPPublicKey key) {
        Instant created = key.getCreationTime().toInstant();
        if (at.isBefore(created)) {
            return Optional.of(KeyFault.of(Kind.MADE_LATER, created));
        }
        return end(key).filter(end -> !at.isBefore(end)).map(end -> KeyFault.of(Kind.EXPIRED, end));
    }

    private static Optional<Instant> end(PGPPublicKey key, PGPSignature statement) {
        long seconds = statement.getHashedSubPackets().getKeyExpirationTime();
        return seconds == 0
                ? Optional.empty()
                : Optional.of(key.getCreationTime().toInstant().plusSeconds(seconds));
    }

    /** A compromised key is invalid at all times; a superseded or retired key is valid until its revocation. */
    private Optional<KeyFault> revocationFault(List<PGPSignature> revocations) {
        return revocations.stream()
                .filter(revocation ->
                        KeyRevocation.of(revocation).compromised() || !at.isBefore(SelfSignatures.created(revocation)))
                .findFirst()
                .map(revocation -> KeyFault.of(Kind.REVOKED, SelfSignatures.created(revocation)));
    }
}
