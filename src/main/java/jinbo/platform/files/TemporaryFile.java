package jinbo.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file for its owner only that has a temporary name until it is complete and durable, and then its real name. */
public record TemporaryFile(Path path) {

    /** The temporary file of a target: in the same folder, with the suffix {@code .part}. */
    public static TemporaryFile of(Path target) {
        return new TemporaryFile(target.resolveSibling(target.getFileName() + ".part"));
    }

    /** Creates the file empty and opens it for unbuffered writing. */
    public OutputStream create() throws IOException {
        Files.deleteIfExists(path);
        return Channels.newOutputStream(OwnerOnlyPermissions.create(path));
    }

    public void write(byte[] content) throws IOException {
        try (OutputStream out = create()) {
            out.write(content);
        }
    }

    void makeDurable() throws IOException {
        sync();
        syncFolder(path);
    }

    /** Moves the file to the target on the same file system, atomically and durably. Replaces an existing file. */
    public void replace(Path target) throws IOException {
        sync();
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(target);
    }

    /** Moves the file to the target, atomically and durably; throws if the target exists. */
    public void moveToNew(Path target) throws IOException {
        sync();
        try {
            // A rename would replace the target; a hard link does not.
            Files.createLink(target, path);
            Files.delete(path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        }
        syncFolder(target);
    }

    public void discard() throws IOException {
        Files.deleteIfExists(path);
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            force(channel, path);
        }
    }

    /** Makes a new name durable by a sync of its folder; not on Windows, which cannot open folders. */
    static void syncFolder(Path target) throws IOException {
        if (OwnerOnlyPermissions.hasPermissions(target)) {
            try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                force(folder, target.toAbsolutePath().getParent());
            }
        }
    }

    /** Names file and call in the exception, which the system does not. */
    private static void force(FileChannel channel, Path file) throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new IOException(file + ": fsync failed: " + e.getMessage(), e);
        }
    }
}
