package jinbo.platform.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import jinbo.platform.files.InterProcessMutex;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads and writes files with a private SSH key without passphrase; only the owner may have access. */
public final class SshKeyFile {

    private SshKeyFile() {}

    /** Like {@link ProtectedSshKey#generate}, but without a passphrase. */
    public static KeyPair generate(Path file) throws IOException {
        return new ProtectedSshKey(file).generate(new char[0]);
    }

    public static KeyPair readOrGenerate(Path file) throws IOException {
        return Files.exists(file)
                ? read(file)
                : new InterProcessMutex(file.toAbsolutePath().getParent())
                        .call(() -> Files.exists(file) ? read(file) : generate(file));
    }

    /** Reads a file in OpenSSH's or a PEM format with exactly one private key without a passphrase. */
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
