package jinbo.exchange.sftp;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@FunctionalInterface
public interface Sleeper {

    /** @return true once the time has passed, false if it was cut short */
    boolean sleep(Duration time);

    /** A pause in real time that ends at once, now and for ever, when the program is told to stop. */
    final class InterruptibleSleeper implements Sleeper, AutoCloseable {

        private final CountDownLatch closed = new CountDownLatch(1);

        /** Also ends when the thread is interrupted, and leaves it marked so. */
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
