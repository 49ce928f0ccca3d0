package jinbo.partner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file for its owner's eyes only that is written under a name of its own and takes its place when whole.
 *
 * @param path where it is written
 */
record PrivateFile(Path path) {

    static PrivateFile partOf(Path target) {
        return new PrivateFile(target.resolveSibling(target.getFileName() + ".part"));
    }

    /** Opens it anew for writing; what an earlier attempt left is thrown away. */
    FileChannel create() throws IOException {
        Files.deleteIfExists(path);
        return FileChannel.open(
                path, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), ownerOnly(path, "rw-------"));
    }

    /** Takes the place of the target, at once and for good. */
    void becomes(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        if (hasPermissions(target)) {
            // a new name survives a power cut only once its folder has been synced
            try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent())) {
                folder.force(true);
            }
        }
    }

    void discard() throws IOException {
        Files.deleteIfExists(path);
    }

    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        }
    }

    /** Windows' file systems inherit permissions instead. */
    private static FileAttribute<?>[] ownerOnly(Path where, String permissions) {
        return hasPermissions(where)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path where) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
