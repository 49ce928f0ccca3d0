package jinbo.drop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import jinbo.disk.Draft;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A private SSH key in a file that only its owner can read. */
public final class SshKeyFile {

    private static final int ED25519_BITS = 256;

    private SshKeyFile() {}

    /**
     * Makes an Ed25519 key pair and writes it in OpenSSH's format, without a passphrase, to a new file. (The JDK's own
     * Ed25519 is not what the SSH library uses: it needs Bouncy Castle, which the exchange has anyhow.)
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file is there: a key is never written over
     * @throws IOException if the file cannot be written
     */
    public static KeyPair generate(Path file) throws IOException {
        try {
            KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, ED25519_BITS);
            Draft draft = Draft.of(file);
            try {
                try (OutputStream out = draft.create()) {
                    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "jinbo", null, out);
                }
                draft.becomesNew(file);
            } finally {
                draft.discard();
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "This Java cannot make an Ed25519 key; is Bouncy Castle on the class path?", e);
        }
    }

    /** Reads the key in the file, or makes one where there is none. */
    public static KeyPair readOrGenerate(Path file) throws IOException {
        return Files.exists(file) ? read(file) : generate(file);
    }

    /**
     * Reads a private key in OpenSSH's or a PEM format.
     *
     * @throws IOException if the file cannot be read, or does not hold exactly one private key without a passphrase; the
     *     message names the file
     */
    public static KeyPair read(Path file) throws IOException {
        try {
            Collection<KeyPair> found =
                    SecurityUtils.getKeyPairResourceParser().loadKeyPairs(null, file, FilePasswordProvider.EMPTY);
            if (found.size() == 1) {
                return found.iterator().next();
            }
            throw new IOException(file + " holds " + found.size() + " private keys; expected exactly one");
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException(
                    file + " is not a private key that can be read: expected OpenSSH's or a PEM format, without a"
                            + " passphrase (ssh-keygen -p removes one)",
                    e);
        }
    }
}
