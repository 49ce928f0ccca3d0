package jinbo.operator.metrics;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.accesslog.ReadLogState;
import jinbo.accesslog.ReadLogState.LogState;
import jinbo.batch.schedule.ActiveRuns;
import jinbo.batch.schedule.FailingRuns;
import jinbo.batch.schedule.LastSuccesses;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.operator.alert.OpenAlerts;
import jinbo.platform.home.DatabaseInfo;
import jinbo.platform.home.HomeDisks;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.ListCounts;
import jinbo.registry.inbound.InboundCounts;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.context.annotation.Bean;

/** The sources of the metrics; a failing source does not affect the others. */
class MetricSources {

    private static final int APPLIED_DAYS = 29;
    private static final Map<String, String> QUANTILES = Map.of("MEDIAN", "0.5", "P99", "0.99");

    @Bean
    static MetricSource accessLogMetrics(ReadLogState log) {
        return () -> {
            LogState state = log.read();
            List<MetricSample> samples = new ArrayList<>(List.of(
                    MetricSample.of(Metric.LOG_ENTRIES, state.entries()),
                    MetricSample.of(Metric.LOG_PENDING, state.pending()),
                    MetricSample.of(Metric.LOG_OPEN_INTENTS, state.openIntents()),
                    MetricSample.of(Metric.LOG_ALARMS, state.openAlarms())));
            state.checkpointAt().ifPresent(at -> samples.add(MetricSample.at(Metric.LOG_CHECKPOINT, at)));
            return samples;
        };
    }

    @Bean
    static MetricSource alertMetrics(OpenAlerts openAlerts) {
        return () -> openAlerts.countByCode().stream()
                .map(open -> MetricSample.of(
                        Metric.ALERTS, open.count(), open.code().name(), MetricSample.label(open.insurer())))
                .toList();
    }

    @Bean
    static MetricSource databaseMetrics(DatabaseInfo database) {
        return () -> List.of(
                MetricSample.of(Metric.DATABASE_SIZE, database.size()),
                MetricSample.of(Metric.SCHEMA_MATCHES, database.hasSchemaOfProgram() ? 1 : 0));
    }

    @Bean
    static MetricSource diskMetrics(HomeDisks disks) {
        return () -> disks.all().stream()
                .flatMap(disk -> Stream.of(
                        MetricSample.of(Metric.DISK_FREE, disk.free(), disk.folder()),
                        MetricSample.of(Metric.DISK_SIZE, disk.size(), disk.folder())))
                .toList();
    }

    @Bean
    static MetricSource inboundMetrics(InboundCounts counts, InboundFiles files) {
        return new InboundMetrics(counts, files);
    }

    @Bean
    static MetricSource blockListMetrics(ListCounts counts) {
        return new BlockListMetrics(counts);
    }

    @Bean
    static MetricSource registrationMetrics(ReadCharts charts, Clock clock) {
        return () -> charts.applied(BusinessTime.dateOf(clock.instant()).minusDays(APPLIED_DAYS)).entrySet().stream()
                .filter(figure -> QUANTILES.containsKey(figure.getKey()))
                .flatMap(figure -> figure.getValue().values().stream()
                        .map(hours -> MetricSample.of(
                                Metric.REGISTRATION_APPLIED, hours * 3600, QUANTILES.get(figure.getKey()))))
                .toList();
    }

    @Bean
    static MetricSource scheduleMetrics(
            UpcomingRuns upcoming, LastSuccesses successes, FailingRuns failing, ActiveRuns underWay, Clock clock) {
        return new ScheduleMetrics(upcoming, successes, failing, underWay, clock);
    }
}
