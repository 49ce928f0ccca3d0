package jinbo.partner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * Keeps two commands from changing one folder at the same time, as when cron starts the next while the last still runs. The
 * operating system lets go of it when the process ends, however that ends.
 */
public final class FolderLock {

    private FolderLock() {}

    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does something that no other command may do in the same folder meanwhile.
     *
     * @throws PartnerException if another command is at work there
     * @throws IOException if the folder cannot be written, or of the work
     */
    public static <T> T alone(PartnerFolder folder, Work<T> work) throws IOException {
        try (FileChannel file = OwnerOnlyPermissions.openOrCreate(folder.root().resolve("lock"))) {
            if (locked(file).isEmpty()) {
                throw new PartnerException(PartnerError.PARTNER_BUSY, folder.root());
            }
            return work.run();
        }
    }

    private static Optional<FileLock> locked(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        }
    }
}
