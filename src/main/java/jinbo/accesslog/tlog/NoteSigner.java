package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.util.List;

/** A private key that signs notes, such as a log's checkpoints (C2SP signed-note, Ed25519). */
public final class NoteSigner {

    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;

    private NoteSigner(PrivateKey privateKey, VerifierKey verifierKey) {
        this.privateKey = privateKey;
        this.verifierKey = verifierKey;
    }

    /** @throws IllegalArgumentException if the private key is not Ed25519 or does not match the verifier key */
    static NoteSigner of(PrivateKey privateKey, VerifierKey verifierKey) {
        NoteSigner signer = new NoteSigner(privateKey, verifierKey);
        byte[] probe = verifierKey.toString().getBytes(StandardCharsets.UTF_8);
        if (!Ed25519.verify(verifierKey.publicKey(), probe, signer.sign(probe))) {
            throw new IllegalArgumentException("The private key is not the other half of " + verifierKey);
        }
        return signer;
    }

    /** @throws IllegalArgumentException if the name is not valid for a key */
    public NoteSigner named(String name) {
        return new NoteSigner(privateKey, VerifierKey.of(name, verifierKey.publicKey()));
    }

    /** @throws IllegalArgumentException if the text does not end with a line feed or has other control characters */
    public SignedNote sign(String text) {
        if (!SignedNote.isText(text)) {
            throw new IllegalArgumentException("A note's text ends with a line feed and has no control characters");
        }
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text, List.of(NoteSignature.of(verifierKey, signature)));
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    private byte[] sign(byte[] bytes) {
        try {
            return Ed25519.sign(privateKey, bytes);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The private key of " + verifierKey.name() + " is not Ed25519", e);
        }
    }
}
