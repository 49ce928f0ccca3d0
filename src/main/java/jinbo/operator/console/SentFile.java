package jinbo.operator.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/** A file that a browser has sent, in a folder that nobody else can look into, until it is closed. */
final class SentFile implements AutoCloseable {

    private final Path folder;
    private final Path file;

    /** @param name what it is called here; its name at the other end may hold anything, and is not looked at */
    SentFile(MultipartFile sent, String name) {
        try {
            // of its owner alone, as Java makes it
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
