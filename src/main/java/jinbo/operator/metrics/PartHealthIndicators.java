package jinbo.operator.metrics;

import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jinbo.batch.JobNames;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

/** The health of each part of the program, derived from the metrics without further queries. */
class PartHealthIndicators {

    @Bean("database")
    static HealthIndicator database(RecordMetrics metrics) {
        return () -> {
            metrics.refresh();
            if (!metrics.isUp()) {
                return Health.down().withDetail("answers", false).build();
            }
            boolean matches = metrics.max(Metric.SCHEMA_MATCHES) > 0;
            return (matches ? Health.up() : Health.outOfService())
                    .withDetail("answers", true)
                    .withDetail("schemaOfThisProgram", matches)
                    .build();
        };
    }

    /** The health of each insurer's drop, by the last runs that collected uploads; opens no connection. */
    @Bean("drops")
    static HealthContributor drops(RecordMetrics metrics) {
        return new CompositeHealthContributor() {
            @Override
            public HealthContributor getContributor(String insurer) {
                return drop(metrics, insurer);
            }

            @Override
            public Stream<HealthContributors.Entry> stream() {
                metrics.refresh();
                return metrics.find(Metric.RUN_FAILURES).tag("job", JobNames.COLLECT_UPLOADS).gauges().stream()
                        .map(failures -> Objects.requireNonNull(failures.getId().getTag("insurer")))
                        .sorted()
                        .map(insurer -> new HealthContributors.Entry(insurer, getContributor(insurer)));
            }
        };
    }

    private static HealthIndicator drop(RecordMetrics metrics, String insurer) {
        return onceRead(metrics, () -> {
            Optional<Double> failures = ofCollecting(metrics, Metric.RUN_FAILURES, insurer);
            Optional<Double> success = ofCollecting(metrics, Metric.RUN_SUCCEEDED, insurer);
            if (failures.isEmpty() || failures.get() == 0 && success.isEmpty()) {
                return Health.unknown().build();
            }
            Health.Builder health = Health.status(attentionIf(failures.get() > 0))
                    .withDetail("failures", failures.get().longValue());
            success.ifPresent(at -> health.withDetail(
                    "lastSuccess", Instant.ofEpochSecond(at.longValue()).toString()));
            return health.build();
        });
    }

    private static Optional<Double> ofCollecting(RecordMetrics metrics, Metric metric, String insurer) {
        return Optional.ofNullable(metrics.find(metric)
                        .tags("job", JobNames.COLLECT_UPLOADS, "insurer", insurer)
                        .gauge())
                .map(Gauge::value);
    }

    @Bean("schedule")
    static HealthIndicator schedule(RecordMetrics metrics, MonitoringSettings settings) {
        return onceRead(metrics, () -> {
            double limit = settings.overdueAfter().toSeconds();
            long overdue = metrics.find(Metric.RUN_OVERDUE).gauges().stream()
                    .filter(late -> late.value() > limit)
                    .count();
            int planned = metrics.find(Metric.RUN_NEXT).gauges().size();
            int failing = metrics.find(Metric.RUN_FAILING).gauges().size();
            return Health.status(attentionIf(overdue > 0 || failing > 0 || planned == 0))
                    .withDetail("planned", planned)
                    .withDetail("overdue", overdue)
                    .withDetail("failing", failing)
                    .build();
        });
    }

    @Bean("accessLog")
    static HealthIndicator accessLog(RecordMetrics metrics, MonitoringSettings settings, Clock clock) {
        return onceRead(metrics, () -> {
            long alarms = (long) metrics.max(Metric.LOG_ALARMS);
            long pending = (long) metrics.max(Metric.LOG_PENDING);
            Instant signedAt = Instant.ofEpochSecond((long) metrics.max(Metric.LOG_CHECKPOINT));
            boolean isBehind = pending > 0 && clock.instant().isAfter(signedAt.plus(settings.checkpointAfter()));
            Health.Builder health = Health.status(attentionIf(alarms > 0 || isBehind))
                    .withDetail("alarms", alarms)
                    .withDetail("pending", pending);
            if (signedAt.isAfter(Instant.EPOCH)) {
                health.withDetail("checkpoint", signedAt.toString());
            }
            return health.build();
        });
    }

    @Bean("disk")
    static HealthIndicator disk(RecordMetrics metrics) {
        return onceRead(metrics, () -> {
            boolean isLow = !metrics.find(Metric.ALERTS)
                    .tag("code", code -> code.equals("DISK_SPACE_LOW") || code.equals("DATABASE_TOO_LARGE"))
                    .gauges()
                    .isEmpty();
            Health.Builder health = Health.status(attentionIf(isLow));
            metrics.find(Metric.DISK_FREE)
                    .gauges()
                    .forEach(free -> health.withDetail(
                            Objects.requireNonNull(free.getId().getTag("folder")), (long) free.value()));
            return health.build();
        });
    }

    private static HealthIndicator onceRead(RecordMetrics metrics, Supplier<Health> health) {
        return () -> {
            metrics.refresh();
            return metrics.areRead() ? health.get() : Health.unknown().build();
        };
    }

    /** The status for something that needs a person, but that a restart of the process would not solve. */
    private static Status attentionIf(boolean needed) {
        return needed ? new Status("ATTENTION") : Status.UP;
    }
}
