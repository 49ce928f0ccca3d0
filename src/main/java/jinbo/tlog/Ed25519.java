package jinbo.tlog;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * Ed25519 (RFC 8032), with public keys as their 32 bytes. Keys are the JDK's; what a checkpoint is signed and verified with is Bouncy
 * Castle's, because a short list waits longer for the JDK's than for its disk.
 */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    static final String PROVIDER = "SunEC";
    static final String NAME = "Ed25519";

    /** What stands before the 32 bytes in the only DER encoding of such a key (RFC 8410, section 4). */
    private static final byte[] SUBJECT_PUBLIC_KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** Whether the bytes are a point on the curve. */
    static boolean isPublicKey(byte[] bytes) {
        try {
            return bytes.length == KEY_BYTES && verifier(bytes) != null;
        } catch (InvalidKeyException | InvalidKeySpecException notAPoint) {
            return false;
        }
    }

    static boolean verify(byte[] publicKey, byte[] text, byte[] signature) {
        return publicKey.length == KEY_BYTES
                && signature.length == SIGNATURE_BYTES
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, publicKey, 0, text, 0, text.length);
    }

    static byte[] sign(PrivateKey key, byte[] text) throws InvalidKeyException {
        byte[] seed = key instanceof EdECPrivateKey edwards ? edwards.getBytes().orElse(new byte[0]) : new byte[0];
        if (seed.length != KEY_BYTES) {
            throw new InvalidKeyException("Not a private key of Ed25519, or one that does not show itself");
        }
        byte[] signature = new byte[SIGNATURE_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, text, 0, text.length, signature, 0);
        return signature;
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
            throw lacking(e);
        }
    }

    static IllegalStateException lacking(GeneralSecurityException cause) {
        return new IllegalStateException("This Java lacks Ed25519 of the provider SunEC", cause);
    }
}
