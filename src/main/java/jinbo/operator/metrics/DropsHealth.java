package jinbo.operator.metrics;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;

/** The drop of each insurer, as the last runs that collect from it have found it; no connection is made for it. */
final class DropsHealth implements CompositeHealthContributor {

    static final String COLLECTING = "collect-uploads";

    private final MetricReader metricReader;

    DropsHealth(MetricReader metricReader) {
        this.metricReader = metricReader;
    }

    @Override
    public HealthContributor getContributor(String insurer) {
        return new DropHealth(metricReader, insurer);
    }

    @Override
    public Stream<HealthContributors.Entry> stream() {
        return metricReader.newest().stream()
                .flatMap(metricReading -> metricReading.of(Metric.RUN_FAILURES))
                .filter(DropsHealth::isOfDrop)
                .map(metricSample -> metricSample.label("insurer"))
                .map(insurer -> new HealthContributors.Entry(insurer, getContributor(insurer)));
    }

    private static boolean isOfDrop(MetricSample metricSample) {
        return metricSample.label("job").equals(COLLECTING);
    }

    /** One insurer's drop. */
    static final class DropHealth extends MetricHealthIndicator {

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
}
