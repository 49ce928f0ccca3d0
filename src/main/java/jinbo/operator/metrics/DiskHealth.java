package jinbo.operator.metrics;

import org.springframework.boot.health.contributor.Health;

/** Whether {@code watch} has found too little room, and how much there is now. */
final class DiskHealth extends MetricHealthIndicator {

    DiskHealth(MetricReader metricReader) {
        super(metricReader);
    }

    @Override
    Health of(MetricReading metricReading, boolean isOld) {
        boolean isLow =
                metricReading.of(Metric.ALERTS).anyMatch(metricSample -> isAboutRoom(metricSample.label("code")));
        Health.Builder health = Health.status(attentionIf(isLow));
        metricReading
                .of(Metric.DISK_FREE)
                .forEach(metricSample -> health.withDetail(metricSample.label("folder"), (long) metricSample.value()));
        return health.build();
    }

    private static boolean isAboutRoom(String code) {
        return code.equals("DISK_SPACE_LOW") || code.equals("DATABASE_TOO_LARGE");
    }
}
