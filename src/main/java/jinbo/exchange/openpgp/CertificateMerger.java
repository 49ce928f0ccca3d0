package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/**
 * Makes one certificate of two copies of it: a certificate only ever grows, and a copy that somebody sends may be older than
 * the one that is here.
 */
final class CertificateMerger {

    private CertificateMerger() {}

    /** All that is in either copy. */
    static PGPPublicKeyRing of(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        return reread(join(here, other));
    }

    /**
     * The copy that is here, and of the other one nothing but what revokes a key, was signed by the primary key, and is harder
     * than what is said here: a second signature of the same would change nothing, and whoever has the key could add them without end.
     */
    static PGPPublicKeyRing withRevocationsOf(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        PGPPublicKeyRing grown = here;
        for (PGPPublicKey key : here) {
            Optional<PGPSignature> theirs = hardest(other, key);
            Optional<PGPSignature> ours = hardest(here, key);
            if (theirs.isPresent()
                    && ours.filter(known -> !isHarder(theirs.get(), known)).isEmpty()) {
                grown = with(grown, key.getFingerprint(), theirs.get());
            }
        }
        return grown;
    }

    /** Whether the other copy holds anything that this one lacks, except revocations. */
    static boolean containsMore(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        PGPPublicKeyRing kept = unrevoked(here);
        try {
            return !Arrays.equals(
                    join(kept, unrevoked(other)).getEncoded(), join(kept, kept).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("A certificate in memory cannot fail to be written", e);
        }
    }

    private static PGPPublicKeyRing join(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        try {
            return PGPPublicKeyRing.join(here, other);
        } catch (PGPException e) {
            throw new UnusableKeyException(UnusableKeyError.CANNOT_JOIN).causedBy(e);
        }
    }

    private static Optional<PGPSignature> hardest(PGPPublicKeyRing ring, PGPPublicKey key) {
        return Optional.ofNullable(ring.getPublicKey(key.getFingerprint()))
                .map(copy -> {
                    SelfSignatures said = new SelfSignatures(
                            ring.getPublicKey(), CryptoPolicy.standard(), Instant.EPOCH, new SignatureCache());
                    return copy.isMasterKey() ? said.revocationsOfPrimary() : said.revocationsOf(copy);
                })
                .flatMap(signatures -> signatures.stream().reduce((one, next) -> isHarder(next, one) ? next : one));
    }

    private static boolean isHarder(PGPSignature signature, PGPSignature than) {
        KeyRevocation one = KeyRevocation.of(signature);
        KeyRevocation other = KeyRevocation.of(than);
        return !other.compromised() && (one.compromised() || one.from().isBefore(other.from()));
    }

    /** Where there is no room, the revocation makes some: it is harder than its kind here, and a compromised primary key needs no more. */
    private static PGPPublicKeyRing with(PGPPublicKeyRing ring, byte[] fingerprint, PGPSignature signature) {
        PGPPublicKey key = ring.getPublicKey(fingerprint);
        List<PGPPublicKeyRing> smaller = new ArrayList<>();
        smaller.add(PGPPublicKeyRing.insertPublicKey(ring, PGPPublicKey.addCertification(key, signature)));
        smaller.add(PGPPublicKeyRing.insertPublicKey(ring, PGPPublicKey.addCertification(unrevoked(key), signature)));
        if (key.isMasterKey() && KeyRevocation.of(signature).compromised()) {
            smaller.add(new PGPPublicKeyRing(List.of(PGPPublicKey.addCertification(bare(key), signature))));
        }
        for (PGPPublicKeyRing each : smaller.subList(0, smaller.size() - 1)) {
            try {
                return reread(each);
            } catch (UnusableKeyException tooLarge) {
                continue;
            }
        }
        return reread(smaller.get(smaller.size() - 1));
    }

    private static PGPPublicKey bare(PGPPublicKey key) {
        try {
            return new PGPPublicKey(key.getPublicKeyPacket(), new BcKeyFingerprintCalculator());
        } catch (PGPException e) {
            throw new IllegalStateException("A key in memory has a fingerprint", e);
        }
    }

    private static PGPPublicKeyRing unrevoked(PGPPublicKeyRing ring) {
        PGPPublicKeyRing without = ring;
        for (PGPPublicKey key : ring) {
            without = PGPPublicKeyRing.insertPublicKey(without, unrevoked(key));
        }
        return without;
    }

    private static PGPPublicKey unrevoked(PGPPublicKey key) {
        List<PGPSignature> signatures = new ArrayList<>();
        key.getSignaturesOfType(key.isMasterKey() ? PGPSignature.KEY_REVOCATION : PGPSignature.SUBKEY_REVOCATION)
                .forEachRemaining(signatures::add);
        PGPPublicKey without = key;
        for (PGPSignature signature : signatures) {
            without = PGPPublicKey.removeCertification(without, signature);
        }
        return without;
    }

    /** What is kept must be such that it can be read again. */
    private static PGPPublicKeyRing reread(PGPPublicKeyRing ring) {
        try {
            CertificateFile.read(new ByteArrayInputStream(ring.getEncoded()));
            return ring;
        } catch (UnusableKeyException e) {
            throw new UnusableKeyException(UnusableKeyError.TOO_LARGE_TOGETHER, CertificateFile.MOST_PACKETS)
                    .causedBy(e);
        } catch (IOException e) {
            throw new IllegalStateException("A certificate in memory cannot fail to be written", e);
        }
    }
}
