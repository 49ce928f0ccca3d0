package jinbo.operator.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the metrics to whoever asks, however often: they are read at most once in a while, by one thread, and a database that does
 * not answer keeps nobody waiting for longer than a few seconds.
 */
public final class MetricReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricReader.class);

    private final List<MetricSource> sources;
    private final Clock clock;
    private final Duration every;
    private final Duration patience;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<MetricReading> last = Optional.empty();
    private Optional<Future<MetricReading>> underWay = Optional.empty();
    private long readAt;

    MetricReader(List<MetricSource> sources, Clock clock, Duration every, Duration patience) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
        this.every = every;
        this.patience = patience;
    }

    /** The newest; an older one, as old as it says, while the database does not answer; empty if it never has. */
    public synchronized Optional<MetricReading> newest() {
        if (last.isEmpty() || age().compareTo(every) >= 0) {
            readAnew();
        }
        return last.map(metricReading -> metricReading.withAge(age()));
    }

    /** Whether what was read last is old because the database does not answer. */
    public synchronized boolean isStale() {
        return underWay.isPresent();
    }

    private void readAnew() {
        // who comes while others have waited in vain already is not kept waiting, too
        Duration wait = underWay.isPresent() ? Duration.ZERO : patience;
        Future<MetricReading> metricReading = underWay.orElseGet(() -> reader.submit(this::read));
        underWay = Optional.of(metricReading);
        try {
            last = Optional.of(metricReading.get(wait.toMillis(), TimeUnit.MILLISECONDS));
            readAt = System.nanoTime();
            underWay = Optional.empty();
        } catch (TimeoutException later) {
            if (!wait.isZero()) {
                LOG.warn("The metrics could not be read within {}; older ones are told meanwhile", patience);
            }
        } catch (ExecutionException e) {
            underWay = Optional.empty();
            LOG.warn("The metrics could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MetricReading read() {
        List<MetricSample> metricSamples = new ArrayList<>();
        Set<String> unread = new HashSet<>();
        for (MetricSource source : sources) {
            try {
                metricSamples.addAll(source.read());
            } catch (RuntimeException e) {
                LOG.warn("The metrics of the {} could not be read", source.what(), e);
                unread.add(source.what());
            }
        }
        return new MetricReading(clock.instant(), Duration.ZERO, metricSamples, unread);
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - readAt);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
