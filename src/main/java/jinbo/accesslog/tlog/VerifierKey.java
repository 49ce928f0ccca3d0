package jinbo.accesslog.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import jinbo.platform.files.Sha256;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A log's public key, to verify checkpoints (C2SP signed-note, Ed25519): {@code <name>+<8 hex digits>+<base64>}. */
public final class VerifierKey {

    private static final byte ED25519 = 1;

    private final String name;
    private final byte[] typedKey;
    private final int id;

    private VerifierKey(String name, byte[] typedKey) {
        this.name = name;
        this.typedKey = typedKey;
        this.id = id(name, typedKey);
    }

    static VerifierKey of(String name, byte[] publicKey) {
        byte[] typed = new byte[1 + Ed25519PublicKeyParameters.KEY_SIZE];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, Ed25519PublicKeyParameters.KEY_SIZE);
        return new VerifierKey(NoteKeyName.require(name), typed);
    }

    /**
     * Returns the text if this key signed the note; ignores signatures by other keys.
     *
     * @throws UnverifiedNoteException if this key did not sign it, or a signature with the key's name and id is wrong
     */
    public String verify(SignedNote note) throws UnverifiedNoteException {
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (NoteSignature signature : note.signatures()) {
            if (signature.keyId() == id && signature.keyName().equals(name)) {
                if (!verifies(text, signature.bytes())) {
                    throw new UnverifiedNoteException("The signature of " + name
                            + " is wrong: the text or the signature was changed, or another key made it");
                }
                signed = true;
            }
        }
        if (!signed) {
            throw new UnverifiedNoteException(
                    "No signature line is by the key " + name + "+" + hexId() + "; is this the key of this log?");
        }
        return note.text();
    }

    private boolean verifies(byte[] text, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey()));
        verifier.update(text, 0, text.length);
        return verifier.verifySignature(signature);
    }

    /** The name of the key, which is also the origin of the checkpoints that it signs. */
    public String name() {
        return name;
    }

    /** The first four bytes of the hash of name and key. */
    public int id() {
        return id;
    }

    /** The public key, 32 bytes (RFC 8032). */
    public byte[] publicKey() {
        return Arrays.copyOfRange(typedKey, 1, typedKey.length);
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    private static int id(String name, byte[] typedKey) {
        MessageDigest digest = Sha256.start();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return ByteBuffer.wrap(digest.digest(typedKey)).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(typedKey, key.typedKey);
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return name + '+' + hexId() + '+' + Base64Text.encode(typedKey);
    }
}
