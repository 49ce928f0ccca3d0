package jinbo.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file with a secret in it: made so that only its owner can read it, and refused when others can.
 *
 * @param path the file
 */
public record OwnerOnlyFile(Path path) {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /** Writes the whole file; a reader sees the old text or the new one, never a part. */
    public void write(String text) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, Home.ownerOnly("rw-------"));
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads the whole file.
     *
     * @throws HomeException if others than the owner may read or write it
     */
    public String read() throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")
                && !OWNER.containsAll(Files.getPosixFilePermissions(path))) {
            throw new HomeException("Others than its owner can read this secret; run chmod 600 on it", path);
        }
        return Files.readString(path, StandardCharsets.UTF_8);
    }

    /** Whether it is there. */
    public boolean exists() {
        return Files.exists(path);
    }
}
