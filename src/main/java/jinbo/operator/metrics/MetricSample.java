package jinbo.operator.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * One value of a metric.
 *
 * @param metric which
 * @param labels one for each of the metric's labels; empty where it is about all
 * @param value how much
 */
public record MetricSample(Metric metric, List<String> labels, double value) {

    private static final double MILLIS = 1000.0;

    /** @throws IllegalArgumentException if the labels are not as many as the metric has */
    public MetricSample {
        labels = List.copyOf(labels);
        if (labels.size() != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels() + ", not " + labels);
        }
    }

    static MetricSample of(Metric metric, double value, String... labels) {
        return new MetricSample(metric, List.of(labels), value);
    }

    static MetricSample at(Metric metric, Instant moment, String... labels) {
        return of(metric, moment.toEpochMilli() / MILLIS, labels);
    }

    static String label(Optional<InsurerCode> insurer) {
        return insurer.map(InsurerCode::value).orElse("");
    }

    /** The label of this name. */
    public String label(String name) {
        return labels.get(metric.labels().indexOf(name));
    }
}
