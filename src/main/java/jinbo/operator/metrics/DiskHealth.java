package jinbo.operator.metrics;

import org.springframework.boot.health.contributor.Health;

/** Whether {@code watch} has found too little room, and how much there is now. */
final class DiskHealth extends MetricHealthIndicator {

    DiskHealth(MetricReader readings) {
        super(readings);
    }

    @Override
    Health of(MetricReading reading, boolean isOld) {
        boolean isLow = reading.of(Metric.CONCERNS).anyMatch(sample -> isAboutRoom(sample.label("code")));
        Health.Builder health = Health.status(attentionIf(isLow));
        reading.of(Metric.DISK_FREE)
                .forEach(sample -> health.withDetail(sample.label("folder"), (long) sample.value()));
        return health.build();
    }

    private static boolean isAboutRoom(String code) {
        return code.equals("DISK_SPACE_LOW") || code.equals("DATABASE_TOO_LARGE");
    }
}
