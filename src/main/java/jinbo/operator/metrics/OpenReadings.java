package jinbo.operator.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins to give figures, for whoever has something to do with them. */
@Component
public class OpenReadings {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<FigureSource> sources;
    private final Clock clock;

    OpenReadings(List<FigureSource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Until what it gives is closed; read at most once in this time. */
    public Readings open(Duration every) {
        return new Readings(sources, clock, every, PATIENCE);
    }
}
