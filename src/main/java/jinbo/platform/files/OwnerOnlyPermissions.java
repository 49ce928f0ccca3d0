package jinbo.platform.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Restricts files and folders to their owner, if the file system has POSIX permissions. */
public final class OwnerOnlyPermissions {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private static final Set<PosixFilePermission> WRITE_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnerOnlyPermissions() {}

    /** Creates a folder and missing parents, accessible to the owner only; does not change existing folders. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, "rwx------"));
        }
    }

    /** Removes the permissions of others. Returns false if they had none. */
    public static boolean close(Path path) throws IOException {
        if (!isOpenToOthers(path)) {
            return false;
        }
        Files.setPosixFilePermissions(path, ofOwner(Files.getPosixFilePermissions(path)));
        return true;
    }

    public static Set<PosixFilePermission> ofOwner(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> kept = EnumSet.copyOf(OWNER);
        kept.retainAll(permissions);
        return kept;
    }

    /** The attributes with which to create a file. */
    public static FileAttribute<?>[] ofNewFile(Path file) {
        return attributes(file, "rw-------");
    }

    /** Creates a new folder, but not its parents, accessible to the owner only. */
    public static void createNewFolder(Path folder) throws IOException {
        Files.createDirectory(folder, attributes(folder, "rwx------"));
    }

    public static boolean isOpenToOthers(Path path) throws IOException {
        return hasPermissions(path) && !OWNER.containsAll(Files.getPosixFilePermissions(path));
    }

    /** Why other users can access a file, or the target of a link; empty if they cannot. */
    public static Optional<Exposure> exposureOf(Path path) throws IOException {
        return isOpenToOthers(path)
                ? Optional.of(Exposure.openToOthers(path, Files.isDirectory(path)))
                : ofAnotherUser(path);
    }

    /** Why other users can replace the entries of a folder; empty if they cannot. */
    public static Optional<Exposure> findNameExposure(Path folder) throws IOException {
        boolean writable =
                hasPermissions(folder) && !Collections.disjoint(Files.getPosixFilePermissions(folder), WRITE_BY_OTHERS);
        return writable ? Optional.of(Exposure.writableByOthers(folder)) : ofAnotherUser(folder);
    }

    private static Optional<Exposure> ofAnotherUser(Path path) throws IOException {
        boolean hasOwners = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        return hasOwners && !Files.getAttribute(path, "unix:uid").equals((int) ProcessUser.number())
                ? Optional.of(Exposure.ofAnotherUser(path))
                : Optional.empty();
    }

    /** Creates a file, which must be new, and opens it for writing. */
    public static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), ofNewFile(file));
    }

    public static FileChannel openOrCreate(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE), ofNewFile(file));
    }

    static boolean hasPermissions(Path where) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path where, String permissions) {
        return hasPermissions(where)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
