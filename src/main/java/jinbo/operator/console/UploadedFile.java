package jinbo.operator.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/** A file from a browser, in a temporary folder of its owner; closing it removes the file. */
final class UploadedFile implements AutoCloseable {

    private final Path folder;
    private final Path file;

    /** @param name the name of the temporary file; the name that the browser sends is ignored */
    UploadedFile(MultipartFile sent, String name) {
        try {
            // Java makes it accessible to the owner only
            folder = Files.createTempDirectory("jinbo-sent");
            file = folder.resolve(name);
            sent.transferTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be stored", e);
        }
    }

    Path path() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be removed", e);
        }
    }
}
