package jinbo.operator.cli;

import java.nio.file.Path;

/** A file does not hold public SSH keys. */
final class UnusableSshKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSshKeyException(Path file, String why) {
        super(file + ": " + why);
    }
}
