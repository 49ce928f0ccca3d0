package jinbo.platform.files;

import java.nio.file.FileSystemException;

/** A file or folder that must be closed to everybody but its owner is not; {@link #getFile()} names it. */
public final class InsecurePermissionsException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    InsecurePermissionsException(Exposure exposure) {
        super(
                exposure.path().toString(),
                null,
                "This holds a secret, and " + exposure.what() + "; run: " + exposure.remedy());
    }
}
