package jinbo.accesslog;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Twice a second and on close, gives new entries their indexes and signs the tree head; retries after failures. */
public final class BackgroundSequencer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundSequencer.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long CLOSE_TIMEOUT_SECONDS = 30;

    private final LogTree tree;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "access-log");
        daemon.setDaemon(true);
        return daemon;
    });
    private boolean failing;

    public BackgroundSequencer(LogTree tree) {
        this.tree = tree;
        thread.scheduleWithFixedDelay(this::placeOnce, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void placeOnce() {
        try {
            tree.signIfPending();
            failing = false;
        } catch (Throwable e) {
            // the executor does not repeat a task that has thrown anything
            if (!failing) {
                LOG.warn("Entries of the access log wait for their index", e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        placeOnce();
    }
}
