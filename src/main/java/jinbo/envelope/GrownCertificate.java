package jinbo.envelope;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jinbo.envelope.UnusableKeyException.Reason;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * Makes one certificate of two copies of it: a certificate only ever grows, and a copy that somebody sends may be older than
 * the one that is here.
 */
final class GrownCertificate {

    private GrownCertificate() {}

    /** All that is in either copy. */
    static PGPPublicKeyRing of(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        try {
            PGPPublicKeyRing grown = PGPPublicKeyRing.join(here, other);
            requireSize(grown);
            return grown;
        } catch (PGPException | IOException e) {
            throw new UnusableKeyException(
                    Reason.UNREADABLE, "The certificate cannot be joined with the copy that is here", e);
        }
    }

    /** The copy that is here, and of the other one nothing but what revokes a key and was signed by the primary key. */
    static PGPPublicKeyRing withRevocationsOf(PGPPublicKeyRing here, PGPPublicKeyRing other) {
        SelfSignatures theirs =
                new SelfSignatures(other.getPublicKey(), CryptoPolicy.standard(), Instant.EPOCH, new Verdicts());
        PGPPublicKeyRing grown = here;
        for (PGPPublicKey key : here) {
            PGPPublicKey copy = other.getPublicKey(key.getFingerprint());
            if (copy == null) {
                continue;
            }
            List<PGPSignature> revocations =
                    key.isMasterKey() ? theirs.revocationsOfPrimary() : theirs.revocationsOf(copy);
            for (PGPSignature revocation : revocations) {
                grown = with(grown, key.getFingerprint(), revocation);
            }
        }
        return grown;
    }

    private static PGPPublicKeyRing with(PGPPublicKeyRing ring, byte[] fingerprint, PGPSignature revocation) {
        PGPPublicKey key = ring.getPublicKey(fingerprint);
        try {
            byte[] encoded = revocation.getEncoded();
            for (var signatures = key.getSignaturesOfType(revocation.getSignatureType()); signatures.hasNext(); ) {
                if (Arrays.equals(signatures.next().getEncoded(), encoded)) {
                    return ring;
                }
            }
            PGPPublicKeyRing grown =
                    PGPPublicKeyRing.insertPublicKey(ring, PGPPublicKey.addCertification(key, revocation));
            requireSize(grown);
            return grown;
        } catch (IOException e) {
            throw new IllegalStateException("A certificate in memory cannot fail to be written", e);
        }
    }

    /** What is kept must be such that it can be read again. */
    private static void requireSize(PGPPublicKeyRing ring) throws IOException {
        if (ring.getEncoded().length > CertificateFile.MOST_BYTES) {
            throw new UnusableKeyException(
                    Reason.TOO_LARGE,
                    "The certificate and the copy of it that is here are more than 256 KiB together;"
                            + " export it without other people's signatures (export-minimal)");
        }
    }
}
