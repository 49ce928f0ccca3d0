package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A private key that signs notes, such as a log's checkpoints (C2SP signed-note, Ed25519). */
public final class NoteSigner {

    private final Ed25519PrivateKeyParameters privateKey;
    private final VerifierKey verifierKey;

    private NoteSigner(Ed25519PrivateKeyParameters privateKey, VerifierKey verifierKey) {
        this.privateKey = privateKey;
        this.verifierKey = verifierKey;
    }

    static NoteSigner of(String name, Ed25519PrivateKeyParameters privateKey) {
        return new NoteSigner(
                privateKey, VerifierKey.of(name, privateKey.generatePublicKey().getEncoded()));
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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, privateKey);
        signer.update(bytes, 0, bytes.length);
        return new SignedNote(text, List.of(NoteSignature.of(verifierKey, signer.generateSignature())));
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }
}
