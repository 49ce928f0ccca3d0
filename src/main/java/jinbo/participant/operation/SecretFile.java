package jinbo.participant.operation;

import java.nio.file.Path;

/**
 * A file that holds a secret. It is read by the process that it is named to, and neither its bytes nor a hash of them are kept.
 */
public record SecretFile(Path path) {

    /** As it was typed. */
    public static SecretFile parse(String typed) {
        return new SecretFile(Path.of(typed));
    }

    /** Its name alone. */
    @Override
    public String toString() {
        return String.valueOf(path.getFileName());
    }
}
