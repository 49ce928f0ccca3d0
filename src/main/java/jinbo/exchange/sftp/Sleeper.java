package jinbo.exchange.sftp;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sleeps, in real time or, in tests, in simulated time. */
@FunctionalInterface
public interface Sleeper {

    /** Sleeps; returns false if the sleep was ended early. */
    boolean sleep(Duration time);

    /** Sleeps in real time. {@link #close} ends the current and all future sleeps at once. */
    final class InterruptibleSleeper implements Sleeper, AutoCloseable {

        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public boolean sleep(Duration time) {
            try {
                return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
