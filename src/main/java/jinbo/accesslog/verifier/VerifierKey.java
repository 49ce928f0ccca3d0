package jinbo.accesslog.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A log's public key, with which its checkpoints are verified (C2SP {@code signed-note}): {@code <name>+<8 hex digits
 * of the key id>+<base64 of 0x01 and 32 bytes>}.
 */
public final class VerifierKey {

    static final int MOST_BYTES = 4096;

    private static final byte ED25519 = 1;
    private static final int ID_BYTES = 4;
    private static final int ID_DIGITS = 8;
    /** The DER prefix of a public key (RFC 8410, 4). */
    private static final byte[] PUBLIC_KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] id;
    private final PublicKey key;

    private VerifierKey(String name, byte[] id, PublicKey key) {
        this.name = name;
        this.id = id;
        this.key = key;
    }

    /**
     * A line feed may end the text.
     *
     * @throws MalformedException if it is not a verifier key for Ed25519
     */
    public static VerifierKey parse(String text) throws MalformedException {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        int first = line.indexOf('+');
        int second = line.indexOf('+', first + 1);
        if (first < 0 || second - first != ID_DIGITS + 1 || !NoteText.isName(line.substring(0, first))) {
            throw new MalformedException(Fault.KEY_MALFORMED);
        }
        String name = line.substring(0, first);
        byte[] typed = NoteText.base64(line.substring(second + 1), Fault.KEY_MALFORMED);
        if (typed.length != Hash.BYTES + 1 || typed[0] != ED25519) {
            throw new MalformedException(Fault.KEY_MALFORMED);
        }
        byte[] id = idOf(name, typed);
        if (!HexFormat.of().formatHex(id).equals(line.substring(first + 1, second))) {
            throw new MalformedException(Fault.KEY_ID_WRONG);
        }
        return new VerifierKey(name, id, publicKey(typed));
    }

    /** The name of the key, which is also the origin of its checkpoints. */
    public String name() {
        return name;
    }

    boolean hasId(byte[] signature) {
        return Arrays.equals(id, 0, ID_BYTES, signature, 0, ID_BYTES);
    }

    /** Verifies a signature, which follows the key id in the array. */
    boolean verifies(byte[] text, byte[] idAndSignature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(idAndSignature, ID_BYTES, idAndSignature.length - ID_BYTES);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    boolean isSameAs(VerifierKey other) {
        return name.equals(other.name) && key.equals(other.key);
    }

    private static byte[] idOf(String name, byte[] typed) {
        MessageDigest sha256 = TreeHasher.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(typed), ID_BYTES);
    }

    private static PublicKey publicKey(byte[] typed) throws MalformedException {
        byte[] info = Arrays.copyOf(PUBLIC_KEY_INFO, PUBLIC_KEY_INFO.length + Hash.BYTES);
        System.arraycopy(typed, 1, info, PUBLIC_KEY_INFO.length, Hash.BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info));
        } catch (GeneralSecurityException e) {
            throw new MalformedException(Fault.KEY_MALFORMED);
        }
    }
}
