package jinbo.platform.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Permissions that let nobody but the owner in; nothing where the file system (Windows) inherits them instead. */
public final class OwnerOnlyPermissions {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnlyPermissions() {}

    /** Makes a folder that only its owner may enter, with its parents; one that is there stays as it is. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, "rwx------"));
        }
    }

    /**
     * Closes a file or folder of this process's user to others.
     *
     * @return whether it was open
     * @throws IOException if it cannot be closed, for example because it belongs to another user
     */
    public static boolean close(Path path) throws IOException {
        if (!isOpenToOthers(path)) {
            return false;
        }
        Files.setPosixFilePermissions(path, ofOwner(Files.getPosixFilePermissions(path)));
        return true;
    }

    /** Those of some permissions that the owner has. */
    public static Set<PosixFilePermission> ofOwner(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> kept = EnumSet.copyOf(OWNER);
        kept.retainAll(permissions);
        return kept;
    }

    /** What a new file is made with, to be closed to others from the first moment on. */
    public static FileAttribute<?>[] ofNewFile(Path file) {
        return attributes(file, "rw-------");
    }

    /** Makes a new folder, not its parents, that only its owner may enter. */
    public static void createNewFolder(Path folder) throws IOException {
        Files.createDirectory(folder, attributes(folder, "rwx------"));
    }

    /**
     * Whether anybody but the owner may read, change or enter a file or folder.
     *
     * @throws IOException if that cannot be found out, for example because it is not there
     */
    public static boolean isOpenToOthers(Path path) throws IOException {
        return hasPermissions(path) && !OWNER.containsAll(Files.getPosixFilePermissions(path));
    }

    /**
     * Why somebody else than the user of this process can get at a file or folder, or at what a link points to.
     *
     * @return empty if nobody can, or the file system has no permissions
     * @throws IOException if that cannot be found out, for example because it is not there
     */
    public static Optional<Exposure> exposureOf(Path path) throws IOException {
        if (isOpenToOthers(path)) {
            return Optional.of(Exposure.openToOthers(path, Files.isDirectory(path)));
        }
        return ofAnotherUser(path);
    }

    /**
     * Why somebody else can put other things in the place of what a folder holds, though perhaps not read it.
     *
     * @return empty if nobody can, or the file system has no permissions
     */
    public static Optional<Exposure> findNameExposure(Path folder) throws IOException {
        if (hasPermissions(folder)) {
            Set<PosixFilePermission> given = Files.getPosixFilePermissions(folder);
            if (given.contains(PosixFilePermission.GROUP_WRITE) || given.contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.of(Exposure.writableByOthers(folder));
            }
        }
        return ofAnotherUser(folder);
    }

    private static Optional<Exposure> ofAnotherUser(Path path) throws IOException {
        boolean hasOwners = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        return hasOwners && !Files.getAttribute(path, "unix:uid").equals((int) ProcessUser.number())
                ? Optional.of(Exposure.ofAnotherUser(path))
                : Optional.empty();
    }

    /** Opens a new file for writing; closed to others from the first moment on. */
    public static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), ofNewFile(file));
    }

    /** Opens a file for writing; closed to others from the first moment on where it is new. */
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
