package jinbo.consumer.portal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.consumer.ConsumerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts visitors who are rejected because of overload or failures, and reports the count every few seconds. */
final class CountRejectedVisitors implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CountRejectedVisitors.class);
    private static final long EVERY_SECONDS = 10;
    private static final long END_WITHIN_SECONDS = 10;

    private final ConsumerService service;
    private final AtomicInteger unreported = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "turned-away");
        daemon.setDaemon(true);
        return daemon;
    });

    CountRejectedVisitors(ConsumerService service) {
        this.service = service;
        thread.scheduleWithFixedDelay(this::report, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void increment() {
        unreported.incrementAndGet();
    }

    private void report() {
        int visitors = unreported.getAndSet(0);
        if (visitors > 0) {
            try {
                service.countRejected(visitors);
            } catch (RuntimeException e) {
                // the failure that makes this call fail is often why visitors are rejected, so the report is repeated
                unreported.addAndGet(visitors);
                LOG.debug("The count of {} rejected visitors is reported later", visitors, e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        report();
    }
}
