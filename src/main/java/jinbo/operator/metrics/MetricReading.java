package jinbo.operator.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All metrics as they were read at once.
 *
 * @param at when, by the program's clock
 * @param age how long ago that is by now
 * @param samples those that could be read
 * @param unread what could not
 */
public record MetricReading(Instant at, Duration age, List<MetricSample> samples, Set<String> unread) {

    public MetricReading {
        samples = List.copyOf(samples);
        unread = Set.copyOf(unread);
    }

    /** Those of a metric. */
    public Stream<MetricSample> of(Metric metric) {
        return samples.stream().filter(metricSample -> metricSample.metric() == metric);
    }

    /** The largest of a metric; 0 if there is none. */
    public double most(Metric metric) {
        return of(metric).mapToDouble(MetricSample::value).max().orElse(0);
    }

    /** Whether the database has answered all that it was asked. */
    public boolean isComplete() {
        return unread.isEmpty();
    }

    MetricReading withAge(Duration by) {
        return new MetricReading(at, by, samples, unread);
    }
}
