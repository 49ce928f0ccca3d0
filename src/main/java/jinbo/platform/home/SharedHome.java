package jinbo.platform.home;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;

/**
 * The home as the folder that nodes share. While a node serves, it holds a lock on one byte of {@code nodes.lock}, at
 * the position of its number. All locks are taken through one channel: if a process closes any channel of a file, the
 * operating system releases all its locks on the file.
 */
public final class SharedHome implements Closeable {

    private final Path file;
    private final FileChannel locks;

    private SharedHome(Path file, FileChannel locks) {
        this.file = file;
        this.locks = locks;
    }

    /** Writes a file durably in the place of an existing one. */
    @FunctionalInterface
    interface FileReplacement {

        void replace(Path target, byte[] content) throws IOException;
    }

    /**
     * Checks the file system of the home, and takes the lock of a node.
     *
     * @throws HomeException if the file system fails to sync, rename or lock a file
     */
    public static SharedHome join(Home home, int node) {
        return join(home, node, (target, content) -> {
            TemporaryFile temporary = TemporaryFile.of(target);
            temporary.write(content);
            temporary.replace(target);
        });
    }

    static SharedHome join(Home home, int node, FileReplacement replacement) {
        try {
            requireReplaced(home.root().resolve("check-" + node), replacement);
            Path file = home.root().resolve("nodes.lock");
            SharedHome joined = new SharedHome(file, OwnerOnlyPermissions.openOrCreate(file));
            joined.lock(node);
            return joined;
        } catch (IOException e) {
            throw unfit(home.root(), e);
        }
    }

    /** True if a node holds its lock. */
    public boolean showsLockOf(int node) {
        try (FileLock free = locks.tryLock(node, 1, false)) {
            return free == null;
        } catch (OverlappingFileLockException nodeOfThisProcess) {
            return true;
        } catch (IOException e) {
            throw unfit(file, e);
        }
    }

    public Path lockFile() {
        return file;
    }

    @Override
    public void close() {
        try {
            locks.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lock(int node) throws IOException {
        try {
            if (locks.tryLock(node, 1, false) == null) {
                throw new IOException("another process has locked byte " + node + " of " + file);
            }
        } catch (IOException e) {
            locks.close();
            throw e;
        }
    }

    private static void requireReplaced(Path target, FileReplacement replacement) throws IOException {
        try {
            replacement.replace(target, "old".getBytes(StandardCharsets.US_ASCII));
            replacement.replace(target, "new".getBytes(StandardCharsets.US_ASCII));
            if (!Files.readString(target).equals("new")) {
                throw new HomeException(HomeError.FILE_NOT_REPLACED, target);
            }
        } finally {
            TemporaryFile.of(target).discard();
            Files.deleteIfExists(target);
        }
    }

    private static HomeException unfit(Path where, IOException e) {
        return new HomeException(
                        HomeError.FILE_SYSTEM_UNFIT, where, e.getClass().getSimpleName() + ": " + e.getMessage())
                .causedBy(e);
    }
}
