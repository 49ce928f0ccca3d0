package jinbo.participant.operation;

import java.nio.file.Path;

/** A value of an operation: a file with a secret. Only the process that gets the path reads it; nothing is stored. */
public record SecretFile(Path path) {

    public static SecretFile parse(String typed) {
        return new SecretFile(Path.of(typed));
    }

    @Override
    public String toString() {
        return String.valueOf(path.getFileName());
    }
}
