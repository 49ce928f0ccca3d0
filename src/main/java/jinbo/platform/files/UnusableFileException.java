package jinbo.platform.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** A file that a setting names cannot be read or has the wrong content. The message does not show the content. */
public final class UnusableFileException extends IOException {

    /** @param setting the name of the setting */
    public UnusableFileException(String setting, String what, IOException cause) {
        super("The file of " + setting + " cannot be used as " + what + ": " + describe(cause), cause);
    }

    public UnusableFileException(String setting, String why) {
        super("The file of " + setting + " cannot be used: " + why);
    }

    private static String describe(IOException cause) {
        return cause instanceof NoSuchFileException ? cause.getMessage() + " is not there" : cause.getMessage();
    }
}
