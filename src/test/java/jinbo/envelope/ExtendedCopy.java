package jinbo.envelope;

import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** A copy of a certificate that holds more, or less, than the one that its owner made. */
public final class ExtendedCopy {

    private ExtendedCopy() {}

    /** As an older copy was, before there were subkeys. */
    public static Certificate withoutSubkeys(Certificate certificate) {
        return new Certificate(new PGPPublicKeyRing(List.of(certificate.keys().get(0))));
    }

    /** What anybody can attach: a user id that the owner has not signed (but with a signature, though not over it). */
    static PGPPublicKeyRing withUserId(Certificate certificate, String id) {
        PGPPublicKey primary = certificate.keys().get(0);
        PGPSignature any = primary.getSignatures().next();
        PGPPublicKeyRing ring = new PGPPublicKeyRing(certificate.keys());
        return PGPPublicKeyRing.insertPublicKey(ring, PGPPublicKey.addCertification(primary, id, any));
    }

    /** The same as a certificate. */
    public static Certificate withAnotherName(Certificate certificate, String id) {
        return new Certificate(withUserId(certificate, id));
    }
}
