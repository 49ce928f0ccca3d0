package jinbo.participant.operation;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
import jinbo.platform.files.Sha256;

/**
 * A file or folder that is named in an operation. While the operation waits for a second person the bytes of a file are kept, with
 * their hash, and it is carried out over those.
 *
 * @param elsewhere what may be read in its place, if nothing lies there but {@code -} stands for it
 */
public record OperationFile(Path path, Optional<Reader> elsewhere) {

    private static final Path ELSEWHERE = Path.of("-");
    private static final int MOST_DESCRIBED = 1 << 20;

    public OperationFile(Path path) {
        this(path, Optional.empty());
    }

    public static OperationFile parse(String typed) {
        return new OperationFile(Path.of(typed));
    }

    /** The same, if {@code -} stands for it to be read from elsewhere. */
    public OperationFile or(Reader reader) {
        return path.equals(ELSEWHERE) ? new OperationFile(path, Optional.of(new BufferedReader(reader))) : this;
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
            // it can be read again: it is described in what is signed, and then used
            elsewhere.get().mark(most + 1);
            String text = text(elsewhere.get(), most);
            elsewhere.get().reset();
            return text;
        }
        try (Reader file = Files.newBufferedReader(path)) {
            return text(file, most);
        }
    }

    /**
     * What a document says of it.
     *
     * @param argument which of the files that an operation names, from 0
     */
    Request.StoredFile describe(int argument) throws IOException {
        if (elsewhere.isEmpty()) {
            return RequestFiles.describe(argument, path);
        }
        byte[] bytes = text(MOST_DESCRIBED).getBytes(StandardCharsets.UTF_8);
        return new Request.StoredFile(argument, name(), bytes.length, Sha256.of(new ByteArrayInputStream(bytes)));
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
