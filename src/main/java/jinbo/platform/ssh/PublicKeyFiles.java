package jinbo.platform.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jinbo.platform.ssh.SshKeyException.SshKeyError;

/** Reads files of public SSH keys, a line each, as {@code authorized_keys} and {@code id_ed25519.pub} are. */
public final class PublicKeyFiles {

    private static final long LARGEST = 1 << 16;

    private PublicKeyFiles() {}

    /** @throws SshKeyException if a file holds anything else, or no key that another file does not hold */
    public static Set<String> read(List<Path> files) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        for (Path file : files) {
            if (Files.size(file) > LARGEST) {
                throw new SshKeyException(SshKeyError.SSH_FILE_TOO_LARGE, file);
            }
            int before = lines.size();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(checked(file, line.strip()));
                }
            }
            if (lines.size() == before) {
                throw new SshKeyException(SshKeyError.NO_FURTHER_SSH_KEY, file);
            }
        }
        return lines;
    }

    private static String checked(Path file, String line) {
        try {
            SshPublicKey.parse(line);
            return line;
        } catch (IllegalArgumentException e) {
            throw new SshKeyException(SshKeyError.SSH_KEY_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }
}
