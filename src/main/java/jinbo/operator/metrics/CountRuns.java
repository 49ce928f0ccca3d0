package jinbo.operator.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import jinbo.batch.schedule.RunEndNotifier;
import jinbo.batch.schedule.RunKey;
import jinbo.batch.schedule.RunOutcome;

record CountRuns(MeterRegistry registry) implements RunEndNotifier.Listener {

    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    @Override
    public void ended(RunKey key, RunOutcome outcome, Duration took) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        Counter.builder("jinbo.runs")
                .description("Runs that have ended on this process")
                .tag("job", key.job())
                .tag("outcome", name)
                .register(registry)
                .increment();
        if (outcome != RunOutcome.MISSED) {
            Timer.builder("jinbo.run.duration")
                    .description("How long the runs took that have ended on this process")
                    .tag("job", key.job())
                    .tag("outcome", name)
                    .serviceLevelObjectives(BOUNDS)
                    .register(registry)
                    .record(took);
        }
    }
}
