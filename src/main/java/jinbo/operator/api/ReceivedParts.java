package jinbo.operator.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.OperationError;
import jinbo.participant.operation.OperationException;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.platform.home.RequestFolder;

/** The parts of a received HTTP request. The files in it are stored in the home until this is closed. */
final class ReceivedParts implements AutoCloseable {

    static final String OPERATION = "operation";

    static final long MOST_BYTES = 65L << 20;

    static final int LONGEST_OPERATION = 64 << 10;

    private static final int LONGEST_NAME = 255;

    private final Home home;
    private Optional<RequestFolder> folder = Optional.empty();

    ReceivedParts(Home home) {
        this.home = home;
    }

    OperationDocument read(HttpServletRequest request) throws IOException, ServletException {
        if (!String.valueOf(request.getContentType()).startsWith("multipart/")) {
            return new OperationDocument(text(request.getInputStream()), Map.of(), Map.of());
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        // the encoding of file names
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        List<String> operations = new ArrayList<>();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (Part part : parts(request)) {
            if (part.getName().equals(OPERATION)) {
                operations.add(text(part.getInputStream()));
            } else if (part.getSubmittedFileName() == null) {
                texts.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(text(part.getInputStream()));
            } else {
                files.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(kept(part));
            }
        }
        if (operations.size() != 1) {
            throw new OperationException(OperationError.NOT_JSON);
        }
        return new OperationDocument(operations.get(0), texts, files);
    }

    private static Iterable<Part> parts(HttpServletRequest request) throws IOException, ServletException {
        try {
            return request.getParts();
        } catch (IllegalStateException e) {
            throw tooLarge();
        }
    }

    private static OperationException tooLarge() {
        return new OperationException(OperationError.OPERATION_TOO_LARGE, LONGEST_OPERATION, MOST_BYTES);
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_OPERATION + 1);
        if (bytes.length > LONGEST_OPERATION) {
            throw tooLarge();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Each file has a folder of its own, so that it keeps its name. */
    private Path kept(Part part) throws IOException {
        String name = part.getSubmittedFileName();
        boolean isName = name.codePoints().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                && !name.isBlank()
                && !name.equals(".")
                && !name.equals("..");
        if (!isName || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new OperationException(OperationError.FILE_NAME_UNUSABLE, LONGEST_NAME);
        }
        if (folder.isEmpty()) {
            folder = Optional.of(RequestFolder.create(home, RequestFolder.Kind.RECEIVED));
        }
        Path file = resolved(Files.createTempDirectory(folder.get().path(), ""), name);
        Files.createFile(file, OwnerOnlyPermissions.ofNewFile(file));
        try (InputStream in = part.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** Resolves a name; without a locale, the file system accepts only ASCII names. */
    private static Path resolved(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new OperationException(OperationError.FILE_NAME_UNUSABLE, LONGEST_NAME);
        }
    }

    @Override
    public void close() throws IOException {
        if (folder.isPresent()) {
            folder.get().close();
        }
    }
}
