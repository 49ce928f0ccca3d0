package jinbo.platform.home;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for another process by polling, up to a time limit. */
public final class BoundedWait {

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long deadline;

    public BoundedWait(Duration limit) {
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** Waits 100 ms. Returns false if the time limit has passed or the thread is interrupted. */
    public boolean pause() {
        if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        LockSupport.parkNanos(STEP_NANOS);
        return true;
    }
}
