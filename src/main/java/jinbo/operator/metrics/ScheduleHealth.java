package jinbo.operator.metrics;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;

/** Whether what is due is begun, and what runs leave undone is mended. */
final class ScheduleHealth extends MetricHealthIndicator {

    private final Duration overdueAfter;

    ScheduleHealth(MetricReader readings, Duration overdueAfter) {
        super(readings);
        this.overdueAfter = overdueAfter;
    }

    @Override
    Health of(MetricReading reading, boolean isOld) {
        double limit = overdueAfter.toSeconds();
        long overdue = reading.of(Metric.RUN_OVERDUE)
                .filter(sample -> sample.value() > limit)
                .count();
        long planned = reading.of(Metric.RUN_NEXT).count();
        long failing = reading.of(Metric.RUN_FAILING).count();
        return Health.status(attentionIf(overdue > 0 || failing > 0 || planned == 0))
                .withDetail("planned", planned)
                .withDetail("overdue", overdue)
                .withDetail("failing", failing)
                .build();
    }
}
