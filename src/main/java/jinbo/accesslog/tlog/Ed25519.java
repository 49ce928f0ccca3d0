package jinbo.accesslog.tlog;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Signs and verifies by the JDK's Ed25519 (RFC 8032); a public key is given as its 32 bytes. */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final String PROVIDER = "SunEC";
    static final String NAME = "Ed25519";

    /** The DER prefix of a public key (RFC 8410, section 4). */
    private static final byte[] SUBJECT_PUBLIC_KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** True if the bytes are a point on the curve. */
    static boolean isPublicKey(byte[] bytes) {
        try {
            return bytes.length == KEY_BYTES && verifier(bytes) != null;
        } catch (InvalidKeyException | InvalidKeySpecException notAPoint) {
            return false;
        }
    }

    static boolean verify(byte[] publicKey, byte[] text, byte[] signature) {
        try {
            Signature verifier = verifier(publicKey);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException | InvalidKeySpecException damaged) {
            return false;
        }
    }

    static byte[] sign(PrivateKey key, byte[] text) throws InvalidKeyException {
        try {
            Signature signer = Signature.getInstance(NAME, PROVIDER);
            signer.initSign(key);
            signer.update(text);
            return signer.sign();
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static Signature verifier(byte[] publicKey) throws InvalidKeyException, InvalidKeySpecException {
        byte[] encoded = new byte[SUBJECT_PUBLIC_KEY_INFO.length + KEY_BYTES];
        System.arraycopy(SUBJECT_PUBLIC_KEY_INFO, 0, encoded, 0, SUBJECT_PUBLIC_KEY_INFO.length);
        System.arraycopy(publicKey, 0, encoded, SUBJECT_PUBLIC_KEY_INFO.length, KEY_BYTES);
        try {
            PublicKey key = KeyFactory.getInstance(NAME, PROVIDER).generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance(NAME, PROVIDER);
            verifier.initVerify(key);
            return verifier;
        } catch (InvalidKeyException | InvalidKeySpecException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static IllegalStateException missing(GeneralSecurityException cause) {
        return new IllegalStateException("This Java has no Ed25519 of the provider SunEC", cause);
    }
}
