package jinbo.operator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets what goes on until SIGTERM, SIGINT or SIGHUP close what it has open, before the process ends. */
final class AwaitSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitSignal.class);
    private static final long CLOSES_WITHIN_SECONDS = 20;

    private final CountDownLatch signalled = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::tell, "stop");

    private AwaitSignal() {}

    /** From now on, until it is closed. */
    static AwaitSignal watch() {
        AwaitSignal signal = new AwaitSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    void await() throws InterruptedException {
        signalled.await();
    }

    private void tell() {
        signalled.countDown();
        try {
            // the process ends when all hooks have
            if (!over.await(CLOSES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("What is open has not closed within {} seconds; it is cut off", CLOSES_WITHIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is closed, and nothing is waited for any more. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // and this has let the end go on
        }
    }
}
