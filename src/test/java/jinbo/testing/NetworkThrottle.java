package jinbo.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast a line is. */
final class NetworkThrottle {

    private static final int SLICES_A_SECOND = 20;

    private volatile Duration delay = Duration.ZERO;
    private volatile long bytesPerSecond = Long.MAX_VALUE;

    void set(Duration delay, long bytesPerSecond) {
        this.delay = delay;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** How many bytes may pass at once. */
    int slice(int wanted) {
        return (int) Math.max(1, Math.min(wanted, bytesPerSecond / SLICES_A_SECOND));
    }

    /** Waits before bytes are read on, unless the line ends. */
    void delay(CountDownLatch ended) throws InterruptedException {
        hold(ended, delay.toNanos());
    }

    /** Waits as long as these bytes take, unless the line ends. */
    void delayFor(int bytes, CountDownLatch ended) throws InterruptedException {
        hold(ended, bytesPerSecond == Long.MAX_VALUE ? 0 : TimeUnit.SECONDS.toNanos(1) * bytes / bytesPerSecond);
    }

    private static void hold(CountDownLatch ended, long nanos) throws InterruptedException {
        if (nanos > 0) {
            ended.await(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
