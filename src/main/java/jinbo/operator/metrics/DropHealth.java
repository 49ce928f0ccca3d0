package jinbo.operator.metrics;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;

/** One insurer's drop. */
final class DropHealth extends MetricHealthIndicator {

    private final String insurer;

    DropHealth(MetricReader metricReader, String insurer) {
        super(metricReader);
        this.insurer = insurer;
    }

    @Override
    Health of(MetricReading metricReading, boolean isOld) {
        Optional<Double> failures = value(metricReading, Metric.RUN_FAILURES);
        Optional<Double> success = value(metricReading, Metric.RUN_SUCCEEDED);
        if (failures.isEmpty() || failures.get() == 0 && success.isEmpty()) {
            return Health.unknown().build();
        }
        Health.Builder health = Health.status(attentionIf(failures.get() > 0))
                .withDetail("failures", failures.get().longValue());
        success.ifPresent(at -> health.withDetail(
                "lastSuccess", Instant.ofEpochSecond(at.longValue()).toString()));
        return health.build();
    }

    private Optional<Double> value(MetricReading metricReading, Metric metric) {
        return metricReading
                .of(metric)
                .filter(metricSample -> metricSample.label("job").equals(DropsHealth.COLLECTING))
                .filter(metricSample -> metricSample.label("insurer").equals(insurer))
                .map(MetricSample::value)
                .findFirst();
    }
}
