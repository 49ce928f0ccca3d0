package jinbo.partner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import jinbo.partner.PartnerException.Reason;

/**
 * Keeps two commands from changing one folder at the same time, as when cron starts the next while the last still runs. The
 * operating system lets go of it when the process ends, however that ends.
 */
public final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @throws PartnerException if another command has it
     * @throws IOException if the folder cannot be written
     */
    public static FolderLock take(PartnerFolder folder) throws IOException {
        FileChannel file = FileChannel.open(
                folder.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (locked(file).isPresent()) {
                return new FolderLock(file);
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        throw new PartnerException(
                Reason.PARTNER_BUSY, "Another command is at work on " + folder.root() + "; run this one when it has ended");
    }

    private static Optional<FileLock> locked(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
