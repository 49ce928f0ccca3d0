package jinbo.platform.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** Reads files with one public SSH key on a line, such as {@code authorized_keys}. */
public final class PublicKeyFiles {

    private static final long MAX_BYTES = 1 << 16;

    private PublicKeyFiles() {}

    /**
     * Reads the keys of all files. Every line must be a key, blank, or a comment that starts with {@code #}. Each file
     * must contain at least one key that is not in the files before it.
     */
    public static Set<String> read(List<Path> files) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        for (Path file : files) {
            if (Files.size(file) > MAX_BYTES) {
                throw new SshKeyException(SshKeyError.SSH_FILE_TOO_LARGE, file);
            }
            int before = lines.size();
            // a comment may be in any encoding, so bytes that are not UTF-8 are replaced
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
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

    public static final class SshKeyException extends CodedException {

        SshKeyException(SshKeyError error, Object... facts) {
            super(error, facts);
        }
    }

    enum SshKeyError implements ErrorCode {
        SSH_FILE_TOO_LARGE,
        NO_FURTHER_SSH_KEY,
        SSH_KEY_UNREADABLE;

        @Override
        public ErrorType type() {
            return new ErrorType("KEY_UNUSABLE", 422);
        }
    }
}
