package jinbo.operator.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jinbo.batch.StopRequest;
import jinbo.platform.home.EmbeddedDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets a command finish its work after SIGTERM, SIGINT or SIGHUP. If it has not finished after {@code
 * jinbo.stop-within}, the process ends as if it had been killed, except that the embedded database is stopped.
 */
final class StopOnSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final CountDownLatch signalled = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "stop");
    private Optional<ConfigurableApplicationContext> open = Optional.empty();

    private StopOnSignal() {}

    static StopOnSignal watch() {
        StopOnSignal watch = new StopOnSignal();
        Runtime.getRuntime().addShutdownHook(watch.hook);
        return watch;
    }

    void await() throws InterruptedException {
        signalled.await();
    }

    /** Registers an open program, whose jobs are asked to stop when a signal arrives or has arrived. */
    synchronized void opened(ConfigurableApplicationContext context) {
        open = Optional.of(context);
        if (signalled.getCount() == 0) {
            context.getBean(StopRequest.class).request();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shutdownInProgress) {
            // the shutdown hook is already running, and the latch lets it continue
        }
    }

    private void end() {
        Duration within = request();
        try {
            if (!over.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
                cutOff(within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Duration request() {
        signalled.countDown();
        open.ifPresent(context -> context.getBean(StopRequest.class).request());
        return open.map(context -> context.getBean(StopRequest.class).within()).orElse(WITHIN);
    }

    private synchronized void cutOff(Duration within) {
        LOG.warn("The current work has not ended within {}; it is stopped, and the next run repairs it", within);
        open.map(context -> context.getBeanProvider(EmbeddedDatabase.class).getIfAvailable())
                .ifPresent(StopOnSignal::stop);
    }

    private static void stop(EmbeddedDatabase database) {
        try {
            database.cutOff();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The database server could not be stopped; the next command stops it", e);
        }
    }
}
