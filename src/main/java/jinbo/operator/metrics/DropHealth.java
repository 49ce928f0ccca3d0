package jinbo.operator.metrics;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;

/** One insurer's drop. */
final class DropHealth extends ReadHealth {

    private final String insurer;

    DropHealth(Readings readings, String insurer) {
        super(readings);
        this.insurer = insurer;
    }

    @Override
    Health of(Reading reading, boolean isOld) {
        Optional<Double> failures = value(reading, Figure.RUN_FAILURES);
        Optional<Double> success = value(reading, Figure.RUN_SUCCEEDED);
        if (failures.isEmpty() || failures.get() == 0 && success.isEmpty()) {
            return Health.unknown().build();
        }
        Health.Builder health = Health.status(attentionIf(failures.get() > 0))
                .withDetail("failures", failures.get().longValue());
        success.ifPresent(at -> health.withDetail(
                "lastSuccess", Instant.ofEpochSecond(at.longValue()).toString()));
        return health.build();
    }

    private Optional<Double> value(Reading reading, Figure figure) {
        return reading.of(figure)
                .filter(sample -> sample.label("job").equals(DropsHealth.COLLECTING))
                .filter(sample -> sample.label("insurer").equals(insurer))
                .map(Sample::value)
                .findFirst();
    }
}
