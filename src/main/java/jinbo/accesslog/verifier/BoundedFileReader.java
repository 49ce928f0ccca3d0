package jinbo.accesslog.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a whole file, and refuses one that is larger than a limit. */
final class BoundedFileReader {

    private BoundedFileReader() {}

    static byte[] read(Path file, int most, LinkOption... links) throws IOException, MalformedException {
        if (!Files.exists(file, links)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file, links)) {
            throw new FileSystemException(file.toString(), null, "no plain file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(most + 1L, Integer.MAX_VALUE));
            if (bytes.length > most) {
                throw new MalformedException(Fault.FILE_TOO_LARGE, most);
            }
            return bytes;
        }
    }
}
