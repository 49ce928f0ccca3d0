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

/** Gives the figures to Prometheus, and beside them how fresh they are. */
final class CollectMetrics implements MultiCollector {

    static final String DATABASE_UP = "jinbo_database_up";
    static final String READING_AGE = "jinbo_reading_age_seconds";

    private static final double MILLIS = 1000.0;

    private final MetricReader readings;

    CollectMetrics(MetricReader readings) {
        this.readings = readings;
    }

    @Override
    public MetricSnapshots collect() {
        Optional<MetricReading> reading = readings.newest();
        boolean up = reading.filter(MetricReading::isWhole).isPresent() && !readings.isWaiting();
        List<MetricSnapshot> snapshots = new ArrayList<>();
        snapshots.add(gauge(DATABASE_UP, "1 if the database has answered what it was asked, else 0", up ? 1 : 0));
        reading.ifPresent(read -> {
            snapshots.add(gauge(
                    READING_AGE,
                    "How old the figures are that are read from records",
                    read.age().toMillis() / MILLIS));
            Arrays.stream(Metric.values()).forEach(figure -> snapshots.add(snapshot(figure, read)));
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

    private static MetricSnapshot snapshot(Metric figure, MetricReading reading) {
        return figure.isCounter() ? counter(figure, reading) : gauge(figure, reading);
    }

    private static MetricSnapshot counter(Metric figure, MetricReading reading) {
        CounterSnapshot.Builder all =
                CounterSnapshot.builder().name(figure.metric()).help(figure.meaning());
        reading.of(figure)
                .forEach(sample -> all.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(labels(sample))
                        .value(sample.value())
                        .build()));
        return all.build();
    }

    private static MetricSnapshot gauge(Metric figure, MetricReading reading) {
        GaugeSnapshot.Builder all =
                GaugeSnapshot.builder().name(figure.metric()).help(figure.meaning());
        reading.of(figure)
                .forEach(sample -> all.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels(sample))
                        .value(sample.value())
                        .build()));
        return all.build();
    }

    private static Labels labels(MetricSample sample) {
        return Labels.of(sample.figure().labels(), sample.labels());
    }
}
