package jinbo.accesslog.tlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.TemporaryFile;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The file with a private key that signs notes (C2SP signed-note), such as the checkpoints of a log: PKCS#8 (RFC 8410)
 * as PEM without a passphrase, like the output of {@code openssl genpkey -algorithm ed25519}. Only the file's owner may
 * have access.
 */
public record NoteKeyFile(Path path) {

    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----\\R([A-Za-z0-9+/=\\r\\n]{1,1000})\\R-----END PRIVATE KEY-----\\R?");

    /**
     * Generates a key into a new file.
     *
     * @param name of the key; in the checkpoints of a log it is also the first line, the origin
     * @throws java.nio.file.FileAlreadyExistsException if the file exists
     */
    public NoteSigner generate(String name) throws IOException {
        NoteKeyName.require(name);
        try {
            PrivateKey key = KeyPairGenerator.getInstance(Ed25519.NAME, Ed25519.PROVIDER)
                    .generateKeyPair()
                    .getPrivate();
            NoteSigner signer = signer(name, key);
            store(key.getEncoded());
            return signer;
        } catch (GeneralSecurityException e) {
            throw Ed25519.missing(e);
        }
    }

    /**
     * @throws jinbo.platform.files.OwnerOnlyFile.InsecurePermissionsException if others may read or write the file
     * @throws IOException if it is unreadable or does not contain exactly one Ed25519 key
     */
    public NoteSigner read(String name) throws IOException {
        Matcher pem = PEM.matcher(new OwnerOnlyFile(path).read());
        if (!pem.matches()) {
            throw unreadable();
        }
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.group(1));
            PrivateKey key = KeyFactory.getInstance(Ed25519.NAME, Ed25519.PROVIDER)
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return signer(name, key);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw unreadable();
        }
    }

    public boolean exists() {
        return new OwnerOnlyFile(path).exists();
    }

    /** Uses Bouncy Castle, because the JDK derives no public key from a private one. An empty seed is refused. */
    static NoteSigner signer(String name, PrivateKey key) {
        byte[] seed = key instanceof EdECPrivateKey edwards ? edwards.getBytes().orElse(new byte[0]) : new byte[0];
        byte[] publicKey =
                new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        return NoteSigner.of(key, VerifierKey.of(name, publicKey));
    }

    private void store(byte[] pkcs8) throws IOException {
        String text = "-----BEGIN PRIVATE KEY-----\n" + Base64Text.encode(pkcs8) + "\n-----END PRIVATE KEY-----\n";
        TemporaryFile temporaryFile = TemporaryFile.of(path);
        try {
            try (OutputStream out = temporaryFile.create()) {
                out.write(text.getBytes(StandardCharsets.US_ASCII));
            }
            temporaryFile.moveToNew(path);
        } finally {
            temporaryFile.discard();
        }
    }

    private IOException unreadable() {
        return new IOException(
                path + " does not contain exactly one Ed25519 key as PEM (PKCS#8) without a passphrase; restore the key"
                        + " from its backup, because a new key would not match what this one has signed");
    }
}
