package jinbo.operator.metrics;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;

/** Whether what is due is begun, and what runs leave undone is mended. */
final class ScheduleHealth extends ReadHealth {

    private final Duration overdueAfter;

    ScheduleHealth(Readings readings, Duration overdueAfter) {
        super(readings);
        this.overdueAfter = overdueAfter;
    }

    @Override
    Health of(Reading reading, boolean isOld) {
        double limit = overdueAfter.toSeconds();
        long overdue = reading.of(Figure.RUN_OVERDUE)
                .filter(sample -> sample.value() > limit)
                .count();
        long planned = reading.of(Figure.RUN_NEXT).count();
        long failing = reading.of(Figure.RUN_FAILING).count();
        return Health.status(attentionIf(overdue > 0 || failing > 0 || planned == 0))
                .withDetail("planned", planned)
                .withDetail("overdue", overdue)
                .withDetail("failing", failing)
                .build();
    }
}
