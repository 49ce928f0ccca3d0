package jinbo.operator.metrics;

import java.util.stream.Stream;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
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
}
