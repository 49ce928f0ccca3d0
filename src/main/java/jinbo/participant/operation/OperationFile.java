package jinbo.participant.operation;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
import jinbo.platform.files.Sha256;

/** A value of an operation: a file or folder, or {@code -} for another source. A request has a copy of the file. */
public record OperationFile(Path path, Optional<Reader> elsewhere) {

    private static final Path ELSEWHERE = Path.of("-");
    private static final int MOST_DESCRIBED = 1 << 20;

    public OperationFile(Path path) {
        this(path, Optional.empty());
    }

    public static OperationFile parse(String typed) {
        return new OperationFile(Path.of(typed));
    }

    /** Returns this file; if its path is {@code -}, with a source to read from. */
    public OperationFile or(Reader reader) {
        return path.equals(ELSEWHERE) ? new OperationFile(path, Optional.of(new BufferedReader(reader))) : this;
    }

    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Reads at most {@code limit} characters of UTF-8. */
    public String text(int limit) throws IOException {
        if (elsewhere.isPresent()) {
            // the text is read twice: for the document that is signed, and when the operation is carried out
            elsewhere.get().mark(limit + 1);
            String text = text(elsewhere.get(), limit);
            elsewhere.get().reset();
            return text;
        }
        try (Reader file = Files.newBufferedReader(path)) {
            return text(file, limit);
        }
    }

    /** @param argument index of the file among the files of the operation, from 0 */
    Request.StoredFile describe(int argument) throws IOException {
        if (elsewhere.isEmpty()) {
            return RequestFiles.describe(argument, path);
        }
        byte[] bytes = text(MOST_DESCRIBED).getBytes(StandardCharsets.UTF_8);
        return new Request.StoredFile(argument, name(), bytes.length, Sha256.of(new ByteArrayInputStream(bytes)));
    }

    private static String text(Reader in, int limit) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0 && text.length() < limit; c = in.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
