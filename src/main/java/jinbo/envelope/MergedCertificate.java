package jinbo.envelope;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** Puts two copies of a certificate together, so that nothing that either says is lost: above all, no revocation. */
final class MergedCertificate {

    private MergedCertificate() {}

    static PGPPublicKeyRing of(PGPPublicKeyRing one, PGPPublicKeyRing other) {
        try {
            return PGPPublicKeyRing.join(one, other);
        } catch (PGPException e) {
            throw new IllegalArgumentException("These are not two copies of one certificate", e);
        }
    }

    /** The first copy with the revocations of the second that its primary key has signed, and nothing else of it. */
    static PGPPublicKeyRing withRevocations(PGPPublicKeyRing kept, PGPPublicKeyRing copy, Instant at) {
        PGPPublicKeyRing merged = kept;
        SelfSignatures signatures = new SelfSignatures(copy.getPublicKey(), CryptoPolicy.standard(), at);
        for (PGPPublicKey key : copy) {
            PGPPublicKey known = merged.getPublicKey(key.getFingerprint());
            if (known != null) {
                List<PGPSignature> revocations =
                        key.isMasterKey() ? signatures.revocationsOfPrimary() : signatures.revocationsOf(key);
                merged = PGPPublicKeyRing.insertPublicKey(merged, with(known, revocations));
            }
        }
        return merged;
    }

    private static PGPPublicKey with(PGPPublicKey key, List<PGPSignature> revocations) {
        PGPPublicKey revoked = key;
        for (PGPSignature revocation : revocations) {
            if (!isOn(revoked, revocation)) {
                revoked = PGPPublicKey.addCertification(revoked, revocation);
            }
        }
        return revoked;
    }

    private static boolean isOn(PGPPublicKey key, PGPSignature revocation) {
        byte[] bytes = encoded(revocation);
        for (var known = key.getSignaturesOfType(revocation.getSignatureType()); known.hasNext(); ) {
            if (java.util.Arrays.equals(encoded(known.next()), bytes)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] encoded(PGPSignature signature) {
        try {
            return signature.getEncoded();
        } catch (java.io.IOException e) {
            throw new IllegalStateException("A signature in memory cannot fail to be written", e);
        }
    }
}
