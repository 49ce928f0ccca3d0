package jinbo.testing;

import java.io.IOException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.apache.sshd.common.cipher.ECCurves;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;

/** Private keys as {@code ssh-keygen -p -m PEM} writes them without a passphrase. */
public final class UnencryptedPem {

    private UnencryptedPem() {}

    /** An elliptic curve's key (RFC 5915), under its own armor. */
    public static String of(KeyPair pair) throws IOException {
        ECPublicKey open = (ECPublicKey) pair.getPublic();
        ECCurves curve = ECCurves.fromECKey(open);
        byte[] encoded = new org.bouncycastle.asn1.sec.ECPrivateKey(
                        curve.getKeySize(),
                        ((ECPrivateKey) pair.getPrivate()).getS(),
                        new DERBitString(ECCurves.encodeECPoint(open.getW(), open.getParams())),
                        new ASN1ObjectIdentifier(curve.getOID()))
                .getEncoded();
        return "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END EC PRIVATE KEY-----\n";
    }
}
