package jinbo.operator.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;

/** Whether the access log has no open alarm, and its entries are signed in time. */
final class AccessLogHealth extends MetricHealthIndicator {

    private final Duration checkpointAfter;
    private final Clock clock;

    AccessLogHealth(MetricReader metricReader, Duration checkpointAfter, Clock clock) {
        super(metricReader);
        this.checkpointAfter = checkpointAfter;
        this.clock = clock;
    }

    @Override
    Health of(MetricReading metricReading, boolean isOld) {
        long alarms = (long) metricReading.most(Metric.LOG_ALARMS);
        long pending = (long) metricReading.most(Metric.LOG_PENDING);
        Instant signedAt = Instant.ofEpochSecond((long) metricReading.most(Metric.LOG_CHECKPOINT));
        boolean isBehind = pending > 0 && clock.instant().isAfter(signedAt.plus(checkpointAfter));
        Health.Builder health = Health.status(attentionIf(alarms > 0 || isBehind))
                .withDetail("alarms", alarms)
                .withDetail("pending", pending);
        if (signedAt.isAfter(Instant.EPOCH)) {
            health.withDetail("checkpoint", signedAt.toString());
        }
        return health.build();
    }
}
