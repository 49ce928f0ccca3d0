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

/** A file for its owner only that appears under its real name complete and durable, or not at all. */
public record TemporaryFile(Path path) {

    /** The draft of a target: beside it, with the suffix {@code .part}. */
    public static TemporaryFile of(Path target) {
        return new TemporaryFile(target.resolveSibling(target.getFileName() + ".part"));
    }

    /** Opens an empty draft for writing, unbuffered. */
    public OutputStream create() throws IOException {
        Files.deleteIfExists(path);
        return Channels.newOutputStream(OwnerOnlyPermissions.create(path));
    }

    /** Writes the complete draft. */
    public void write(byte[] content) throws IOException {
        try (OutputStream out = create()) {
            out.write(content);
        }
    }

    /** Makes the draft durable; it stays a draft. */
    void makeDurable() throws IOException {
        sync();
        syncFolder(path);
    }

    /** Moves the draft to the target on the same file system, atomically and durably. Replaces an existing file. */
    public void replace(Path target) throws IOException {
        sync();
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(target);
    }

    /**
     * Moves the draft to the target, atomically and durably.
     *
     * @throws FileAlreadyExistsException if the target exists; both files stay
     */
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

    /** Deletes the draft if it exists. */
    public void discard() throws IOException {
        Files.deleteIfExists(path);
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A new name is durable after a sync of its folder. Windows cannot open folders. */
    static void syncFolder(Path target) throws IOException {
        if (OwnerOnlyPermissions.hasPermissions(target)) {
            try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
