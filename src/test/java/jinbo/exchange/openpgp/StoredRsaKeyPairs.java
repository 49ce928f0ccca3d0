package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Date;
import java.util.Objects;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/** Stored RSA keys, whose generation takes seconds. */
final class StoredRsaKeyPairs {

    private StoredRsaKeyPairs() {}

    /** @param which 1 signs, 2 decrypts */
    static PGPKeyPair load(int bits, int which) {
        try (InputStream in = StoredRsaKeyPairs.class.getResourceAsStream("rsa/" + bits + "-" + which + ".pk8")) {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Objects.requireNonNull(in).readAllBytes()));
            KeyPair pair = new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent())),
                    secret);
            return new JcaPGPKeyPair(4, PublicKeyAlgorithmTags.RSA_GENERAL, pair, Date.from(ForgedKeys.BORN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
