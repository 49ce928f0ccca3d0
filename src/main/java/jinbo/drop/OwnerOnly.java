package jinbo.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions that let nobody but the owner in; nothing where the file system (Windows) inherits them instead. */
final class OwnerOnly {

    private OwnerOnly() {}

    static FileAttribute<?>[] file(Path where) {
        return attributes(where, "rw-------");
    }

    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, "rwx------"));
        }
    }

    private static FileAttribute<?>[] attributes(Path where, String permissions) {
        if (!where.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
