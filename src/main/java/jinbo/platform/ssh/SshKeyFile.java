package jinbo.platform.ssh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.platform.files.InterProcessMutex;
import jinbo.platform.files.TemporaryFile;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * A file with a private SSH key in OpenSSH's format (PROTOCOL.key), possibly protected by a passphrase with bcrypt and
 * AES-256-CTR. Only its owner may have access. Reads PEM, too.
 */
public record SshKeyFile(Path path) {

    private static final Pattern OPENSSH = Pattern.compile(
            "-----BEGIN OPENSSH PRIVATE KEY-----\\s([A-Za-z0-9+/=\\s]+)-----END OPENSSH PRIVATE KEY-----\\s*");
    private static final int ED25519_BITS = 256;
    private static final String MAGIC = "openssh-key-v1\0";
    private static final String NOT_ENCRYPTED = "none";

    /** The default of ssh-keygen since OpenSSH 9.4. */
    public static final int BCRYPT_ROUNDS = 24;

    public boolean isProtected() throws IOException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        return body(text)
                .map(body -> !body.getString().equals(NOT_ENCRYPTED))
                .orElseGet(() -> text.contains("ENCRYPTED"));
    }

    /** The public key, without a passphrase; empty if the file is damaged or the public key is encrypted, too. */
    public Optional<PublicKey> publicKey() throws IOException {
        Optional<ByteArrayBuffer> body = body(Files.readString(path, StandardCharsets.ISO_8859_1));
        if (body.isEmpty() && isProtected()) {
            return Optional.empty();
        }
        try {
            return Optional.of(body.isPresent() ? publicKeyIn(body.get()) : read().getPublic());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static PublicKey publicKeyIn(ByteArrayBuffer fields) throws SshException {
        fields.getString();
        fields.getString();
        fields.getBytes();
        fields.getInt();
        return new ByteArrayBuffer(fields.getBytes()).getRawPublicKey();
    }

    /** Reads the only private key of a file without a passphrase. The messages of exceptions name the file. */
    public KeyPair read() throws IOException {
        return read(
                FilePasswordProvider.EMPTY,
                path + " is not a readable private key: expected the OpenSSH or a PEM format, without a passphrase"
                        + " (ssh-keygen -p removes one)");
    }

    /** Like {@link #read()}, but with a passphrase. */
    public KeyPair read(char[] passphrase) throws IOException {
        return read(
                FilePasswordProvider.of(String.valueOf(passphrase)),
                "The private SSH key " + path + " does not open; check its passphrase");
    }

    private KeyPair read(FilePasswordProvider passphrase, String failure) throws IOException {
        Collection<KeyPair> found;
        try {
            found = SecurityUtils.getKeyPairResourceParser().loadKeyPairs(null, path, passphrase);
        } catch (FileSystemException e) {
            throw e;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new IOException(failure, e);
        }
        if (found.size() != 1) {
            throw new IOException(path + " holds " + found.size() + " private keys; expected exactly one");
        }
        return found.iterator().next();
    }

    public KeyPair readOrGenerate() throws IOException {
        return Files.exists(path)
                ? read()
                : new InterProcessMutex(path.toAbsolutePath().getParent())
                        .call(() -> Files.exists(path) ? read() : generate());
    }

    /** Writes a new Ed25519 key pair without a passphrase to a new file. */
    public KeyPair generate() throws IOException {
        return generate(new char[0]);
    }

    /** Like {@link #generate()}, but protects the private key by a passphrase, if it is not empty. */
    public KeyPair generate(char[] passphrase) throws IOException {
        return generate(passphrase, BCRYPT_ROUNDS);
    }

    /** @param rounds of bcrypt */
    public KeyPair generate(char[] passphrase, int rounds) throws IOException {
        KeyPair pair;
        try {
            pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, ED25519_BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "This Java cannot make an Ed25519 key; is Bouncy Castle on the class path?", e);
        }
        TemporaryFile temporaryFile = TemporaryFile.of(path);
        try {
            temporaryFile.write(encode(pair, passphrase, rounds));
            temporaryFile.moveToNew(path);
        } finally {
            temporaryFile.discard();
        }
        return pair;
    }

    /** Returns the content of a key file, which opens. An empty passphrase means none. */
    public static byte[] encode(KeyPair pair, char[] passphrase, int rounds) {
        OpenSSHKeyEncryptionContext protection = null;
        if (passphrase.length > 0) {
            protection = new OpenSSHKeyEncryptionContext();
            protection.setCipherType("256");
            protection.setKdfRounds(rounds);
            protection.setPassword(String.valueOf(passphrase));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "jinbo", protection, out);
            SecurityUtils.getKeyPairResourceParser()
                    .loadKeyPairs(
                            null,
                            NamedResource.ofName("jinbo"),
                            FilePasswordProvider.of(String.valueOf(passphrase)),
                            new ByteArrayInputStream(out.toByteArray()))
                    .iterator()
                    .next();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("A newly written SSH key does not open and is not stored", e);
        }
        return out.toByteArray();
    }

    /** The fields after the magic bytes: cipher, key derivation, its options, count of keys, public key. */
    private static Optional<ByteArrayBuffer> body(String text) {
        Matcher pem = OPENSSH.matcher(text);
        if (!pem.matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
        return bytes.length > MAGIC.length()
                ? Optional.of(new ByteArrayBuffer(bytes, MAGIC.length(), bytes.length - MAGIC.length()))
                : Optional.empty();
    }
}
