package jinbo.exchange.openpgp;

import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** A copy of a certificate that holds more, or less, than the one that its owner made. */
public final class AlteredCertificate {

    private AlteredCertificate() {}

    /** As an older copy was, before there were subkeys. */
    public static Certificate withoutSubkeys(Certificate certificate) {
        return new Certificate(new PGPPublicKeyRing(List.of(certificate.keys().get(0))));
    }

    /** With what anybody can attach: another user id, and a signature of the owner that is not over it. */
    public static Certificate withAnotherName(Certificate certificate, String name) {
        return withNames(certificate, name, 1);
    }

    /** The same with many, of two packets each. */
    public static Certificate withNames(Certificate certificate, String name, int count) {
        PGPPublicKey primary = certificate.keys().get(0);
        PGPSignature any = primary.getSignatures().next();
        for (int i = 0; i < count; i++) {
            primary = PGPPublicKey.addCertification(primary, i == 0 ? name : name + " " + i, any);
        }
        return new Certificate(PGPPublicKeyRing.insertPublicKey(new PGPPublicKeyRing(certificate.keys()), primary));
    }
}
