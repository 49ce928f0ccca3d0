package jinbo.participant.operation;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder that is named in an operation. While the operation waits for a second person the bytes of a file are kept, with
 * their hash, and it is carried out over those.
 *
 * @param elsewhere what may be read in its place, if nothing lies there but {@code -} stands for it
 */
public record OperationFile(Path path, Optional<Reader> elsewhere) {

    private static final Path ELSEWHERE = Path.of("-");

    public OperationFile(Path path) {
        this(path, Optional.empty());
    }

    public static OperationFile parse(String typed) {
        return new OperationFile(Path.of(typed));
    }

    /** The same, if {@code -} stands for it to be read from elsewhere. */
    public OperationFile or(Reader reader) {
        return path.equals(ELSEWHERE) ? new OperationFile(path, Optional.of(reader)) : this;
    }

    /** What it is called: where it lay is nobody else's business. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * The text in it, or as much as is asked for.
     *
     * @throws CharacterCodingException if it is not in UTF-8
     */
    public String text(int most) throws IOException {
        if (elsewhere.isPresent()) {
            return text(elsewhere.get(), most);
        }
        try (Reader file = Files.newBufferedReader(path)) {
            return text(file, most);
        }
    }

    private static String text(Reader in, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0 && text.length() < most; c = in.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
