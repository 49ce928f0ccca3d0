package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.FailStaleAccesses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends accesses by visitors that have been open for ten minutes: the process that served them must have died. */
@Component
public record FailAbandonedAccesses(FailStaleAccesses abandon, Clock clock) {

    public static final Duration AFTER = Duration.ofMinutes(10);

    private static final long END_WITHIN_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(FailAbandonedAccesses.class);

    /** The repeated check; closing it ends it. */
    public record Rounds(Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** Checks at once and then every minute, until the result is closed. */
    public Rounds begin() {
        once();
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "old-visits");
            daemon.setDaemon(true);
            return daemon;
        });
        rounds.scheduleWithFixedDelay(this::once, 1, 1, TimeUnit.MINUTES);
        return new Rounds(() -> end(rounds));
    }

    /** Waits for a check in progress, because the caller closes the database next. */
    private static void end(ScheduledExecutorService rounds) {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                rounds.shutdownNow();
            }
        } catch (InterruptedException e) {
            rounds.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            int ended = abandon.of(ActorRole.CONSUMER, clock.instant().minus(AFTER));
            if (ended > 0) {
                LOG.info("{} access(es) for visitors, left by a dead process, were ended", ended);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Accesses for visitors of a dead process could not be ended; next try in a minute ({})",
                    e.getClass().getSimpleName());
        }
    }
}
