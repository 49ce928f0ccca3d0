package jinbo.operator.metrics;

import org.springframework.boot.health.contributor.Health;

/** Whether the database answers, and has the schema of this program. */
final class DatabaseHealth extends MetricHealthIndicator {

    DatabaseHealth(MetricReader metricReader) {
        super(metricReader);
    }

    @Override
    Health of(MetricReading metricReading, boolean isOld) {
        if (isOld || !metricReading.isComplete()) {
            return Health.down().withDetail("answers", false).build();
        }
        boolean matches = metricReading.most(Metric.SCHEMA_MATCHES) > 0;
        return (matches ? Health.up() : Health.outOfService())
                .withDetail("answers", true)
                .withDetail("schemaOfThisProgram", matches)
                .build();
    }

    @Override
    Health unread() {
        return Health.down().withDetail("answers", false).build();
    }
}
