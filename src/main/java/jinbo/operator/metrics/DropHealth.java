package jinbo.operator.metrics;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;

/** One insurer's drop. */
final class DropHealth extends MetricHealthIndicator {

    private final String insurer;

    DropHealth(MetricReader readings, String insurer) {
        super(readings);
        this.insurer = insurer;
    }

    @Override
    Health of(MetricReading reading, boolean isOld) {
        Optional<Double> failures = value(reading, Metric.RUN_FAILURES);
        Optional<Double> success = value(reading, Metric.RUN_SUCCEEDED);
        if (failures.isEmpty() || failures.get() == 0 && success.isEmpty()) {
            return Health.unknown().build();
        }
        Health.Builder health = Health.status(attentionIf(failures.get() > 0))
                .withDetail("failures", failures.get().longValue());
        success.ifPresent(at -> health.withDetail(
                "lastSuccess", Instant.ofEpochSecond(at.longValue()).toString()));
        return health.build();
    }

    private Optional<Double> value(MetricReading reading, Metric figure) {
        return reading.of(figure)
                .filter(sample -> sample.label("job").equals(DropsHealth.COLLECTING))
                .filter(sample -> sample.label("insurer").equals(insurer))
                .map(MetricSample::value)
                .findFirst();
    }
}
