package jinbo.operator.notification;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** A file that a setting names cannot be read, or does not hold what it should. */
final class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param setting the last part of the setting's name
     * @param what the file should hold
     */
    UnusableFileException(String setting, String what, IOException cause) {
        super(
                "The file of jinbo.notification." + setting + " cannot be used as " + what + ": " + describe(cause),
                cause);
    }

    /** @param why what is wrong with what it holds */
    UnusableFileException(String setting, String why) {
        super("The file of jinbo.notification." + setting + " cannot be used: " + why);
    }

    private static String describe(IOException cause) {
        return cause instanceof NoSuchFileException ? cause.getMessage() + " is not there" : cause.getMessage();
    }
}
