package jinbo.participant.operation;

import java.nio.file.Path;

/** A file that contains a secret. Only the process that is given the path reads it; nothing of it is stored. */
public record SecretFile(Path path) {

    public static SecretFile parse(String typed) {
        return new SecretFile(Path.of(typed));
    }

    @Override
    public String toString() {
        return String.valueOf(path.getFileName());
    }
}
