package jinbo.platform.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A mutex for the files of a folder, across threads and processes. The operating system releases it when its process ends. Do not wait for
 * people or other machines while you hold it.
 *
 * @param folder the folder in which the mutex creates the file {@code lock}
 */
public record InterProcessMutex(Path folder) {

    private static final String FILE = "lock";

    /** File locks belong to the whole process, and closing any channel of the file releases them. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    @FunctionalInterface
    public interface Work<T> {

        T run() throws IOException;
    }

    /** Runs the work exclusively. Reentrant. */
    public <T> T call(Work<T> work) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        ReentrantLock threads = THREADS.computeIfAbsent(file, any -> new ReentrantLock());
        threads.lock();
        try {
            if (threads.getHoldCount() > 1) {
                return work.run();
            }
            try (FileChannel channel = OwnerOnlyPermissions.openOrCreate(file)) {
                channel.lock();
                return work.run();
            }
        } finally {
            threads.unlock();
        }
    }
}
