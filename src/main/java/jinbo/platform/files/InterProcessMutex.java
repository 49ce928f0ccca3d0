package jinbo.platform.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work on a folder's files that only one thread of one process does at a time; others wait. The operating system ends the wait when
 * the process that works is gone. Nobody may be asked anything within it, and no other machine.
 *
 * @param folder in which the file {@code lock} is made for it
 */
public record InterProcessMutex(Path folder) {

    private static final String FILE = "lock";

    /** The system's locks are a process's, and one channel that is closed gives up those of all. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    @FunctionalInterface
    public interface Work<T> {

        T run() throws IOException;
    }

    /** Does the work, once nobody else is at it; work within work goes on at once. */
    public <T> T call(Work<T> work) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        ReentrantLock threads = THREADS.computeIfAbsent(file, any -> new ReentrantLock());
        threads.lock();
        try {
            return threads.getHoldCount() > 1 ? work.run() : amongProcesses(file, work);
        } finally {
            threads.unlock();
        }
    }

    private static <T> T amongProcesses(Path file, Work<T> work) throws IOException {
        try (FileChannel channel = OwnerOnlyPermissions.openOrCreate(file)) {
            channel.lock();
            return work.run();
        }
    }
}
