package jinbo.operator.metrics;

import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/** @param tags one for each label of the metric; empty values for metrics about all */
record MetricSample(Metric metric, Tags tags, double value) {

    private static final double MILLIS = 1000.0;

    static MetricSample of(Metric metric, double value, String... labels) {
        return new MetricSample(metric, metric.tags(labels), value);
    }

    static MetricSample at(Metric metric, Instant moment, String... labels) {
        return of(metric, moment.toEpochMilli() / MILLIS, labels);
    }

    static String label(Optional<InsurerCode> insurer) {
        return insurer.map(InsurerCode::value).orElse("");
    }
}
