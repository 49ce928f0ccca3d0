package jinbo.operator.metrics;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The health of a part as it follows from the metrics; nothing is asked for it of its own. */
abstract class MetricHealthIndicator implements HealthIndicator {

    /** Something needs a person, and the process is not the one to be restarted for it. */
    static final Status ATTENTION = new Status("ATTENTION");

    private final MetricReader metricReader;

    MetricHealthIndicator(MetricReader metricReader) {
        this.metricReader = metricReader;
    }

    @Override
    public final Health health() {
        return metricReader
                .newest()
                .map(metricReading -> of(metricReading, metricReader.isStale()))
                .orElseGet(this::unread);
    }

    /** What the metrics tell; {@code isOld} if the database does not answer. */
    abstract Health of(MetricReading metricReading, boolean isOld);

    /** What is told while there are no metrics at all. */
    Health unread() {
        return Health.unknown().build();
    }

    static Status attentionIf(boolean needed) {
        return needed ? ATTENTION : Status.UP;
    }
}
