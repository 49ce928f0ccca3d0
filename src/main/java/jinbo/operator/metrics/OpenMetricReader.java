package jinbo.operator.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins to give metrics, for whoever has something to do with them. */
@Component
public class OpenMetricReader {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<MetricSource> sources;
    private final Clock clock;

    OpenMetricReader(List<MetricSource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Until what it gives is closed; read at most once in this time. */
    public MetricReader open(Duration every) {
        return new MetricReader(sources, clock, every, PATIENCE);
    }
}
