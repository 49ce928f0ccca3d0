package jinbo.operator.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jinbo.operator.metrics.MetricSources.MetricSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the metrics to Micrometer. One thread reads their values; a caller waits for that a few seconds at most. */
final class RecordMetrics implements AutoCloseable {

    static final String DATABASE_UP = "jinbo.database.up";
    static final String READING_AGE = "jinbo.reading.age.seconds";

    private static final Logger LOG = LoggerFactory.getLogger(RecordMetrics.class);
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final MeterRegistry registry;
    private final Map<String, MetricSource> sources;
    private final Duration every;
    private final Duration patience;
    private final Map<Metric, MultiGauge> gauges = new EnumMap<>(Metric.class);
    private final Map<Series, Double> values = new ConcurrentHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        return thread;
    });
    /** The newest values of each source; only for the reading thread. */
    private final Map<String, List<Metric.Sample>> newest = new HashMap<>();

    private Optional<Future<?>> underWay = Optional.empty();
    private volatile Optional<Reading> last = Optional.empty();
    private volatile Optional<Reading> lastComplete = Optional.empty();

    RecordMetrics(MeterRegistry registry, Map<String, MetricSource> sources, Duration every, Duration patience) {
        this.registry = registry;
        this.sources = Map.copyOf(sources);
        this.every = every;
        this.patience = patience;
        for (Metric metric : Metric.values()) {
            gauges.put(
                    metric,
                    MultiGauge.builder(metric.meter())
                            .description(metric.meaning())
                            .register(registry));
        }
        Gauge.builder(DATABASE_UP, this, metrics -> metrics.isUp() ? 1 : 0)
                .description("1 if the database has answered what it was asked, else 0")
                .register(registry);
        Gauge.builder(READING_AGE, this, RecordMetrics::ageInSeconds)
                .description("How old the metrics are that are read from records")
                .register(registry);
    }

    private record Series(Metric metric, Tags tags) {}

    private record Reading(long nanos, boolean isComplete) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    /** Reads the values again if they are too old. The old values of a source that cannot be read remain. */
    synchronized void refresh() {
        if (underWay.isEmpty()
                && last.filter(reading -> reading.age().compareTo(every) < 0).isPresent()) {
            return;
        }
        // others already wait for a reading, so this caller does not wait and gets the old values
        Duration wait = underWay.isPresent() ? Duration.ZERO : patience;
        Future<?> reading = underWay.orElseGet(() -> reader.submit(this::read));
        underWay = Optional.of(reading);
        try {
            reading.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            underWay = Optional.empty();
        } catch (TimeoutException later) {
            if (!wait.isZero()) {
                LOG.warn("The metrics could not be read within {}; older ones are reported meanwhile", patience);
            }
        } catch (ExecutionException e) {
            underWay = Optional.empty();
            LOG.warn("The metrics could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean areRead() {
        return last.isPresent();
    }

    /** True if the last reading succeeded completely and none is pending. */
    synchronized boolean isUp() {
        return underWay.isEmpty() && last.filter(Reading::isComplete).isPresent();
    }

    Search find(Metric metric) {
        return registry.find(metric.meter());
    }

    double max(Metric gauge) {
        return find(gauge).gauges().stream().mapToDouble(Gauge::value).max().orElse(0);
    }

    private void read() {
        boolean isComplete = true;
        for (Map.Entry<String, MetricSource> source : sources.entrySet()) {
            try {
                newest.put(source.getKey(), source.getValue().read());
            } catch (RuntimeException e) {
                LOG.warn("The {} could not be read", source.getKey(), e);
                isComplete = false;
            }
        }
        List<Metric.Sample> samples =
                newest.values().stream().flatMap(List::stream).toList();
        samples.forEach(sample -> values.put(new Series(sample.metric(), sample.tags()), sample.value()));
        Map<Metric, List<Series>> series = samples.stream()
                .map(sample -> new Series(sample.metric(), sample.tags()))
                .collect(Collectors.groupingBy(Series::metric));
        for (Metric metric : Metric.values()) {
            register(metric, series.getOrDefault(metric, List.of()));
        }
        last = Optional.of(new Reading(System.nanoTime(), isComplete));
        lastComplete = last.filter(Reading::isComplete).or(() -> lastComplete);
    }

    /** Registers meters that look up their values: if meters were replaced, a scrape could miss one meanwhile. */
    private void register(Metric metric, List<Series> series) {
        if (metric.isCounter()) {
            series.forEach(one -> FunctionCounter.builder(
                            metric.meter(), values, all -> all.getOrDefault(one, Double.NaN))
                    .description(metric.meaning())
                    .tags(one.tags())
                    .register(registry));
        } else {
            gauges.get(metric)
                    .register(series.stream()
                            .map(one -> MultiGauge.Row.of(one.tags(), values, all -> all.getOrDefault(one, Double.NaN)))
                            .toList());
        }
    }

    private double ageInSeconds() {
        return lastComplete
                .map(reading -> reading.age().toMillis() / MILLIS_PER_SECOND)
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
