package jinbo.platform.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A private SSH key in a file that only its owner can read. */
public final class SshKeyFile {

    private SshKeyFile() {}

    /**
     * Makes an Ed25519 key pair and writes it in OpenSSH's format, without a passphrase, to a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file is there: a key is never written over
     */
    public static KeyPair generate(Path file) throws IOException {
        return new ProtectedSshKey(file).generate(new char[0]);
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
                    file + " is not a readable private key: expected the OpenSSH or a PEM format, without a"
                            + " passphrase (ssh-keygen -p removes one)",
                    e);
        }
    }
}
