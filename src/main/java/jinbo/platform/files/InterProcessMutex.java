package jinbo.platform.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** A reentrant lock for the files of a folder, between threads and between processes. Hold it only briefly. */
public record InterProcessMutex(Path folder) {

    private static final String FILE = "lock";

    /** Locks threads of this process: file locks belong to the whole process, and closing any channel releases them. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    @FunctionalInterface
    public interface Work<T> {

        T run() throws IOException;
    }

    /** Runs the work while no other thread or process has the lock. */
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
