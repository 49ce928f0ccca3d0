package jinbo.operator.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gives the metrics to Prometheus, and beside them how fresh they are. */
final class CollectMetrics implements MultiCollector {

    static final String DATABASE_UP = "jinbo_database_up";
    static final String READING_AGE = "jinbo_reading_age_seconds";

    private static final double MILLIS = 1000.0;

    private final MetricReader metricReader;

    CollectMetrics(MetricReader metricReader) {
        this.metricReader = metricReader;
    }

    @Override
    public MetricSnapshots collect() {
        Optional<MetricReading> metricReading = metricReader.newest();
        boolean up = metricReading.filter(MetricReading::isComplete).isPresent() && !metricReader.isStale();
        List<MetricSnapshot> snapshots = new ArrayList<>();
        snapshots.add(gauge(DATABASE_UP, "1 if the database has answered what it was asked, else 0", up ? 1 : 0));
        metricReading.ifPresent(read -> {
            snapshots.add(gauge(
                    READING_AGE,
                    "How old the metrics are that are read from records",
                    read.age().toMillis() / MILLIS));
            Arrays.stream(Metric.values()).forEach(metric -> snapshots.add(snapshot(metric, read)));
        });
        return new MetricSnapshots(snapshots);
    }

    private static MetricSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value(value)
                        .build())
                .build();
    }

    private static MetricSnapshot snapshot(Metric metric, MetricReading metricReading) {
        return metric.isCounter() ? counter(metric, metricReading) : gauge(metric, metricReading);
    }

    private static MetricSnapshot counter(Metric metric, MetricReading metricReading) {
        CounterSnapshot.Builder all =
                CounterSnapshot.builder().name(metric.metric()).help(metric.meaning());
        metricReading
                .of(metric)
                .forEach(metricSample -> all.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(labels(metricSample))
                        .value(metricSample.value())
                        .build()));
        return all.build();
    }

    private static MetricSnapshot gauge(Metric metric, MetricReading metricReading) {
        GaugeSnapshot.Builder all =
                GaugeSnapshot.builder().name(metric.metric()).help(metric.meaning());
        metricReading
                .of(metric)
                .forEach(metricSample -> all.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels(metricSample))
                        .value(metricSample.value())
                        .build()));
        return all.build();
    }

    private static Labels labels(MetricSample metricSample) {
        return Labels.of(metricSample.metric().labels(), metricSample.labels());
    }
}
