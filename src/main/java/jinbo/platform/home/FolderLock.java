package jinbo.platform.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import jinbo.platform.files.OwnerOnlyPermissions;

/** A lock on a file, by which processes coordinate. The operating system releases it when the process ends. */
public record FolderLock(FileLock lock) implements Closeable {

    /** Empty if any process already has the lock. */
    public static Optional<FolderLock> tryExclusive(Path file) throws IOException {
        return tryLock(file, false);
    }

    /** Empty if a process has the lock exclusively, or this process has it already. */
    static Optional<FolderLock> tryShared(Path file) throws IOException {
        return tryLock(file, true);
    }

    /** Waits for the exclusive lock; empty if the limit has passed. */
    static Optional<FolderLock> await(Path file, Duration limit) throws IOException {
        BoundedWait boundedWait = new BoundedWait(limit);
        Optional<FolderLock> lock = tryExclusive(file);
        while (lock.isEmpty() && boundedWait.pause()) {
            lock = tryExclusive(file);
        }
        return lock;
    }

    void requireHeld() {
        if (!lock.isValid()) {
            throw new IllegalStateException("The lock is not held any more");
        }
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }

    private static Optional<FolderLock> tryLock(Path file, boolean shared) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnlyPermissions.ofNewFile(file));
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock).map(FolderLock::new);
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            return Optional.empty();
        }
    }
}
