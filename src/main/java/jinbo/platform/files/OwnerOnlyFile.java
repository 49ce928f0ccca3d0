package jinbo.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** A small text file to which only its owner may have access. Reading fails if others have access. */
public record OwnerOnlyFile(Path path) {

    /** Replaces the file atomically and durably. */
    public void write(String text) throws IOException {
        TemporaryFile temporaryFile = TemporaryFile.of(path);
        try {
            temporaryFile.write(text.getBytes(StandardCharsets.UTF_8));
            temporaryFile.replace(path);
        } finally {
            temporaryFile.discard();
        }
    }

    /** Creates the file unless it exists. */
    public void writeNew(String text) throws IOException {
        TemporaryFile temporaryFile =
                new TemporaryFile(path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".part"));
        try {
            temporaryFile.write(text.getBytes(StandardCharsets.UTF_8));
            temporaryFile.moveToNew(path);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } finally {
            temporaryFile.discard();
        }
    }

    public String read() throws IOException {
        requireClosed();
        return Files.readString(path, StandardCharsets.UTF_8);
    }

    /** Like {@link #read}, but without the line terminator at the end. */
    public String readLine() throws IOException {
        return read().replaceFirst("\\R\\z", "");
    }

    /** @throws InsecurePermissionsException if others than the owner may access it, or it belongs to another user */
    public void requireClosed() throws IOException {
        Optional<Exposure> exposure = OwnerOnlyPermissions.exposureOf(path);
        if (exposure.isPresent()) {
            throw new InsecurePermissionsException(exposure.get());
        }
    }

    /** Overwrites and deletes the file durably. Nevertheless flash memory may keep the old content for a while. */
    public void destroy() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(file.size()));
            while (zeros.hasRemaining()) {
                file.write(zeros);
            }
            file.force(true);
        }
        Files.delete(path);
        TemporaryFile.syncFolder(path);
    }

    public boolean exists() {
        return Files.exists(path);
    }

    public static final class InsecurePermissionsException extends FileSystemException {

        InsecurePermissionsException(Exposure exposure) {
            super(
                    exposure.path().toString(),
                    null,
                    "This holds a secret, and " + exposure.what() + "; run: " + exposure.remedy());
        }
    }
}
