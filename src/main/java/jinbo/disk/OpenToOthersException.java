package jinbo.disk;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file or folder that must be closed to everybody but its owner is not; {@link #getFile()} names it. */
public final class OpenToOthersException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    OpenToOthersException(Path path, String what, String remedy) {
        super(path.toString(), null, "Others than its owner can get at " + what + "; run " + remedy + " on it");
    }
}
