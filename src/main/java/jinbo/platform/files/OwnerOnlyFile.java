package jinbo.platform.files;

import java.io.IOException;
import java.io.OutputStream;
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

/** A file with a small text that only its owner can read, and that is refused when others can. */
public record OwnerOnlyFile(Path path) {

    /** Writes the whole file; a reader sees the old text or the new one, never a part, even after a power cut. */
    public void write(String text) throws IOException {
        TemporaryFile temporaryFile = TemporaryFile.of(path);
        try {
            try (OutputStream out = temporaryFile.create()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            temporaryFile.replace(path);
        } finally {
            temporaryFile.discard();
        }
    }

    /** Writes the whole file, unless it is there: a file that another process was faster to write stays. */
    public void writeNew(String text) throws IOException {
        TemporaryFile temporaryFile =
                new TemporaryFile(path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".part"));
        try {
            try (OutputStream out = temporaryFile.create()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            temporaryFile.moveToNew(path);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } finally {
            temporaryFile.discard();
        }
    }

    /** @throws InsecurePermissionsException if others than the owner may read or write it */
    public String read() throws IOException {
        requireClosed();
        return Files.readString(path, StandardCharsets.UTF_8);
    }

    /**
     * Reads the one line of the file; the end of the line, which editors put there, is none of it.
     *
     * @throws InsecurePermissionsException if others than the owner may read or write it
     */
    public String readLine() throws IOException {
        return read().replaceFirst("\\R\\z", "");
    }

    /**
     * Makes sure that nobody else can get at it, before somebody else reads it.
     *
     * @throws InsecurePermissionsException if others than the owner may read or write it, or it belongs to another user
     */
    public void requireClosed() throws IOException {
        Optional<Exposure> exposure = OwnerOnlyPermissions.exposureOf(path);
        if (exposure.isPresent()) {
            throw new InsecurePermissionsException(exposure.get());
        }
    }

    /**
     * Overwrites its bytes where they lie and removes it, for good, even after a power cut; nothing happens if it is not
     * there. A file system that never writes in place, and the flash below it, may keep the old bytes for a while.
     */
    public void destroy() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.allocate(Math.toIntExact(file.size()));
            while (nothing.hasRemaining()) {
                file.write(nothing);
            }
            file.force(true);
        }
        Files.delete(path);
        TemporaryFile.syncFolder(path);
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** A file or folder that must be closed to everybody but its owner is not; {@link #getFile()} names it. */
    public static final class InsecurePermissionsException extends FileSystemException {

        private static final long serialVersionUID = 1L;

        InsecurePermissionsException(Exposure exposure) {
            super(
                    exposure.path().toString(),
                    null,
                    "This holds a secret, and " + exposure.what() + "; run: " + exposure.remedy());
        }
    }
}
