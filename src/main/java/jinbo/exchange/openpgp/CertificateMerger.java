package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** Merges two copies of a certificate. Nothing that we have is removed, because a received copy may be older. */
final class CertificateMerger {

    private CertificateMerger() {}

    static PGPPublicKeyRing merge(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        return requireReadable(join(here, other));
    }

    /**
     * Adds the revocations that the primary key has signed and that are stricter than the known ones. Equally strict
     * ones would have no effect, and the key's holder could add any number of them.
     */
    static PGPPublicKeyRing addRevocations(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        PGPPublicKeyRing grown = here;
        for (PGPPublicKey key : here) {
            Optional<PGPSignature> theirs = strictest(other, key);
            Optional<PGPSignature> ours = strictest(here, key);
            if (theirs.isPresent()
                    && ours.filter(known -> !isStricter(theirs.get(), known)).isEmpty()) {
                grown = addRevocation(grown, key.getFingerprint(), theirs.get());
            }
        }
        return grown;
    }

    /** True if the other copy has anything, except revocations, that this copy lacks. */
    static boolean containsMore(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        PGPPublicKeyRing kept = withoutRevocations(here);
        return !new Certificate(join(kept, withoutRevocations(other))).equals(new Certificate(join(kept, kept)));
    }

    private static PGPPublicKeyRing join(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        try {
            return PGPPublicKeyRing.join(here, other);
        } catch (PGPException e) {
            throw new UnusableKeyException(UnusableKeyError.CANNOT_JOIN).causedBy(e);
        }
    }

    private static Optional<PGPSignature> strictest(PGPPublicKeyRing ring, PGPPublicKey key) {
        return Optional.ofNullable(ring.getPublicKey(key.getFingerprint()))
                .map(copy -> {
                    SelfSignatures own = new SelfSignatures(
                            ring.getPublicKey(), CryptoPolicy.standard(), Instant.EPOCH, new SignatureCache());
                    return copy.isMasterKey() ? own.revocationsOfPrimary() : own.revocationsOf(copy);
                })
                .flatMap(signatures -> signatures.stream().reduce((one, next) -> isStricter(next, one) ? next : one));
    }

    private static boolean isStricter(PGPSignature signature, PGPSignature than) {
        KeyRevocation one = KeyRevocation.of(signature);
        KeyRevocation other = KeyRevocation.of(than);
        return !other.compromised() && (one.compromised() || one.from().isBefore(other.from()));
    }

    /** Adds a revocation. If there is no room, it replaces weaker ones; for a compromised primary key, everything. */
    private static PGPPublicKeyRing addRevocation(PGPPublicKeyRing ring, byte[] fingerprint, PGPSignature signature) {
        PGPPublicKey key = ring.getPublicKey(fingerprint);
        List<PGPPublicKeyRing> smaller = new ArrayList<>();
        smaller.add(PGPPublicKeyRing.insertPublicKey(ring, PGPPublicKey.addCertification(key, signature)));
        smaller.add(PGPPublicKeyRing.insertPublicKey(
                ring, PGPPublicKey.addCertification(withoutRevocations(key), signature)));
        if (key.isMasterKey() && KeyRevocation.of(signature).compromised()) {
            smaller.add(
                    new PGPPublicKeyRing(List.of(PGPPublicKey.addCertification(withoutSignatures(key), signature))));
        }
        for (PGPPublicKeyRing each : smaller.subList(0, smaller.size() - 1)) {
            try {
                return requireReadable(each);
            } catch (UnusableKeyException tooLarge) {
                continue;
            }
        }
        return requireReadable(smaller.get(smaller.size() - 1));
    }

    private static PGPPublicKey withoutSignatures(PGPPublicKey key) {
        try {
            return new PGPPublicKey(key.getPublicKeyPacket(), new BcKeyFingerprintCalculator());
        } catch (PGPException e) {
            throw new IllegalStateException("A key in memory has a fingerprint", e);
        }
    }

    private static PGPPublicKeyRing withoutRevocations(PGPPublicKeyRing ring) {
        PGPPublicKeyRing without = ring;
        for (PGPPublicKey key : ring) {
            without = PGPPublicKeyRing.insertPublicKey(without, withoutRevocations(key));
        }
        return without;
    }

    private static PGPPublicKey withoutRevocations(PGPPublicKey key) {
        List<PGPSignature> signatures = new ArrayList<>();
        key.getSignaturesOfType(key.isMasterKey() ? PGPSignature.KEY_REVOCATION : PGPSignature.SUBKEY_REVOCATION)
                .forEachRemaining(signatures::add);
        PGPPublicKey without = key;
        for (PGPSignature signature : signatures) {
            without = PGPPublicKey.removeCertification(without, signature);
        }
        return without;
    }

    private static PGPPublicKeyRing requireReadable(PGPPublicKeyRing ring) {
        try {
            Certificate.parse(new Certificate(ring).encoded());
            return ring;
        } catch (UnusableKeyException e) {
            throw new UnusableKeyException(UnusableKeyError.TOO_LARGE_TOGETHER, CertificateFile.MAX_PACKETS)
                    .causedBy(e);
        }
    }
}
