package jinbo.operator.metrics;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;

/** Whether what is due is begun, and what runs leave undone is mended. */
final class ScheduleHealth extends MetricHealthIndicator {

    private final Duration overdueAfter;

    ScheduleHealth(MetricReader metricReader, Duration overdueAfter) {
        super(metricReader);
        this.overdueAfter = overdueAfter;
    }

    @Override
    Health of(MetricReading metricReading, boolean isOld) {
        double limit = overdueAfter.toSeconds();
        long overdue = metricReading
                .of(Metric.RUN_OVERDUE)
                .filter(metricSample -> metricSample.value() > limit)
                .count();
        long planned = metricReading.of(Metric.RUN_NEXT).count();
        long failing = metricReading.of(Metric.RUN_FAILING).count();
        return Health.status(attentionIf(overdue > 0 || failing > 0 || planned == 0))
                .withDetail("planned", planned)
                .withDetail("overdue", overdue)
                .withDetail("failing", failing)
                .build();
    }
}
