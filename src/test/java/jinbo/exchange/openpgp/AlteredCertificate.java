package jinbo.exchange.openpgp;

import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** Alters copies of certificates as third parties can. */
public final class AlteredCertificate {

    private AlteredCertificate() {}

    public static Certificate withoutSubkeys(Certificate certificate) {
        return new Certificate(new PGPPublicKeyRing(List.of(certificate.keys().get(0))));
    }

    /** Adds what anybody can attach: a user id, and a signature of the owner that does not match it. */
    public static Certificate withAnotherName(Certificate certificate, String name) {
        return withNames(certificate, name, 1);
    }

    /** Adds a user id of any bytes, as old programs write them in another encoding. */
    public static Certificate withRawName(Certificate certificate, byte[] name) {
        PGPPublicKey primary = certificate.keys().get(0);
        PGPPublicKey named = PGPPublicKey.addCertification(
                primary, name, primary.getSignatures().next());
        return new Certificate(PGPPublicKeyRing.insertPublicKey(new PGPPublicKeyRing(certificate.keys()), named));
    }

    /** Adds many names of two packets each. */
    public static Certificate withNames(Certificate certificate, String name, int count) {
        PGPPublicKey primary = certificate.keys().get(0);
        PGPSignature any = primary.getSignatures().next();
        for (int i = 0; i < count; i++) {
            primary = PGPPublicKey.addCertification(primary, i == 0 ? name : name + " " + i, any);
        }
        return new Certificate(PGPPublicKeyRing.insertPublicKey(new PGPPublicKeyRing(certificate.keys()), primary));
    }
}
