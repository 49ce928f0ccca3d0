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

/**
 * A file for its owner's eyes only that is written under a name of its own and appears under its real one whole and
 * durable, or not at all.
 */
public record TemporaryFile(Path path) {

    /** The draft that lies beside its target, under its name and {@code .part}. */
    public static TemporaryFile of(Path target) {
        return new TemporaryFile(target.resolveSibling(target.getFileName() + ".part"));
    }

    /** Opens it anew for writing, unbuffered; what an interrupted attempt left is thrown away. */
    public OutputStream create() throws IOException {
        Files.deleteIfExists(path);
        return Channels.newOutputStream(OwnerOnlyPermissions.create(path));
    }

    /** Makes what was written durable; it stays a draft. */
    void makeDurable() throws IOException {
        sync();
        syncFolder(path);
    }

    /** Takes the place of the target, on the same file system, at once and for good; an earlier file there is replaced. */
    public void replace(Path target) throws IOException {
        sync();
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(target);
    }

    /**
     * Appears as the target, at once and for good, if nothing lies there.
     *
     * @throws FileAlreadyExistsException if something does; it stays as it is, and so does the draft
     */
    public void moveToNew(Path target) throws IOException {
        sync();
        try {
            // a rename would replace what is there; a second name for the file never does
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

    /** Throws it away; nothing happens if it has appeared or was never written. */
    public void discard() throws IOException {
        Files.deleteIfExists(path);
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A new name survives a power cut only once its folder has been synced; Windows cannot open one. */
    static void syncFolder(Path target) throws IOException {
        if (OwnerOnlyPermissions.hasPermissions(target)) {
            try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
