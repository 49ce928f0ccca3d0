package jinbo.operator.metrics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.filtering;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.ReadLogState;
import jinbo.accesslog.ReadLogState.LogState;
import jinbo.batch.schedule.ActiveRuns;
import jinbo.batch.schedule.FailingRuns;
import jinbo.batch.schedule.LastSuccesses;
import jinbo.batch.schedule.RunKey;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.batch.schedule.UpcomingRuns.UpcomingRun;
import jinbo.exchange.format.ListKind;
import jinbo.operator.alert.AlertOccurrences;
import jinbo.operator.metrics.Metric.Sample;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.home.DatabaseInfo;
import jinbo.platform.home.HomeDisks;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.ListCounts;
import jinbo.registry.blocklist.ListCounts.ListCount;
import jinbo.registry.inbound.InboundCounts;
import jinbo.registry.inbound.InboundCounts.InboundCount;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.context.annotation.Bean;

/** The sources of the metrics, each a bean of its own: if one fails, {@link RecordMetrics} still reads the others. */
class MetricSources {

    /** The days before today; with today they are the last 30 days. */
    private static final int APPLIED_DAYS = 29;

    private static final double MILLIS_PER_SECOND = 1000.0;
    private static final Map<String, String> QUANTILES = Map.of("MEDIAN", "0.5", "P99", "0.99");

    @FunctionalInterface
    interface MetricSource {

        List<Sample> read();
    }

    @Bean
    static MetricSource accessLogMetrics(ReadLogState log) {
        return () -> {
            LogState state = log.read();
            List<Sample> samples = new ArrayList<>(List.of(
                    Metric.LOG_ENTRIES.sample(state.entries()),
                    Metric.LOG_PENDING.sample(state.pending()),
                    Metric.LOG_OPEN_INTENTS.sample(state.openIntents()),
                    Metric.LOG_ALARMS.sample(state.openAlarms())));
            state.checkpointAt().ifPresent(at -> samples.add(Metric.LOG_CHECKPOINT.sample(at)));
            return samples;
        };
    }

    @Bean
    static MetricSource alertMetrics(AlertOccurrences occurrences) {
        return () -> occurrences.countOpen().entrySet().stream()
                .map(open -> Metric.ALERTS.sample(
                        open.getValue(),
                        open.getKey().code().name(),
                        label(open.getKey().insurer())))
                .toList();
    }

    @Bean
    static MetricSource databaseMetrics(DatabaseInfo database) {
        return () -> List.of(
                Metric.DATABASE_SIZE.sample(database.size()),
                Metric.SCHEMA_MATCHES.sample(database.hasSchemaOfProgram() ? 1 : 0));
    }

    @Bean
    static MetricSource diskMetrics(HomeDisks disks) {
        return () -> disks.all().stream()
                .flatMap(disk -> Stream.of(
                        Metric.DISK_FREE.sample(disk.free(), disk.folder()),
                        Metric.DISK_SIZE.sample(disk.size(), disk.folder())))
                .toList();
    }

    @Bean
    static MetricSource inboundMetrics(InboundCounts counts, InboundFiles files) {
        return () -> {
            List<InboundCount> byVerdict = counts.byVerdict();
            List<Sample> samples = new ArrayList<>();
            for (InboundCount count : byVerdict) {
                String verdict = count.verdict()
                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                        .orElse("none");
                samples.add(Metric.FILES.sample(count.files(), count.insurer().value(), verdict));
            }
            byVerdict.stream()
                    .collect(groupingBy(InboundCount::insurer))
                    .forEach((insurer, ofInsurer) -> addRows(samples, insurer.value(), ofInsurer));
            counts.findings().forEach((code, count) -> samples.add(Metric.FINDINGS.sample(count, code.name())));
            files.held().stream()
                    .collect(groupingBy(InboundFile::insurer, counting()))
                    .forEach((insurer, held) -> samples.add(Metric.FILES_HELD.sample(held, insurer.value())));
            return samples;
        };
    }

    private static void addRows(List<Sample> samples, String insurer, List<InboundCount> counts) {
        long accepted = counts.stream().mapToLong(InboundCount::accepted).sum();
        long refused = counts.stream().mapToLong(InboundCount::refused).sum();
        samples.add(Metric.ROWS.sample(accepted, insurer, "accepted"));
        samples.add(Metric.ROWS.sample(refused, insurer, "refused"));
        counts.stream()
                .flatMap(count -> count.lastUploadAt().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(last -> samples.add(Metric.LAST_UPLOAD.sample(last, insurer)));
    }

    @Bean
    static MetricSource blockListMetrics(ListCounts counts, Insurers insurers) {
        return () -> {
            List<Sample> samples = new ArrayList<>();
            for (ListCount count : counts.byInsurer()) {
                String insurer = count.insurer().value();
                samples.add(Metric.LISTS_DELIVERED.sample(count.fullDelivered(), insurer, ListKind.FULL.code()));
                samples.add(Metric.LISTS_DELIVERED.sample(count.deltasDelivered(), insurer, ListKind.DELTA.code()));
                samples.add(Metric.LISTS_UNDELIVERED.sample(count.undelivered(), insurer));
                samples.add(Metric.LIST_ROWS.sample(count.rows(), insurer));
                count.numbersByLine()
                        .forEach((line, numbers) ->
                                samples.add(Metric.LIST_NUMBERS.sample(numbers, insurer, line.value())));
                count.deliveredAt().ifPresent(at -> samples.add(Metric.LIST_DELIVERED_AT.sample(at, insurer)));
                // a list may be used to the end of its last day; an insurer that does not take part gets no new one
                count.useBy()
                        .filter(day -> insurers.get(count.insurer()).isActive())
                        .map(day ->
                                day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant())
                        .ifPresent(end -> samples.add(Metric.LIST_USE_BY.sample(end, insurer)));
            }
            return samples;
        };
    }

    /** Here {@link ReadCharts#applied} has one value for each quantile, for all days together. */
    @Bean
    static MetricSource registrationMetrics(ReadCharts charts, Clock clock) {
        return () -> charts.applied(BusinessTime.today(clock).minusDays(APPLIED_DAYS)).entrySet().stream()
                .filter(series -> QUANTILES.containsKey(series.getKey()))
                .flatMap(series -> series.getValue().values().stream()
                        .map(hours -> Metric.REGISTRATION_APPLIED.sample(hours * 3600, QUANTILES.get(series.getKey()))))
                .toList();
    }

    @Bean
    static MetricSource scheduleMetrics(
            UpcomingRuns upcoming, LastSuccesses successes, FailingRuns failing, ActiveRuns active, Clock clock) {
        return () -> {
            Instant now = clock.instant();
            List<UpcomingRun> runs = upcoming.all();
            List<Sample> samples = new ArrayList<>();
            for (UpcomingRun run : runs) {
                samples.add(Metric.RUN_NEXT.sample(run.at(), labels(run.key())));
                samples.add(Metric.RUN_OVERDUE.sample(overdue(run, now), labels(run.key())));
                samples.add(Metric.RUN_FAILURES.sample(run.failures(), labels(run.key())));
            }
            runs.stream()
                    .collect(groupingBy(
                            run -> run.key().job(), filtering(run -> run.node().isPresent(), counting())))
                    .forEach((job, count) -> samples.add(Metric.RUNS_UNDER_WAY.sample(count, job)));
            successes
                    .of(runs.stream().map(UpcomingRun::key).toList())
                    .forEach(run -> samples.add(Metric.RUN_SUCCEEDED.sample(run.at(), labels(run.key()))));
            failing.findReportable(now)
                    .forEach(run -> samples.add(Metric.RUN_FAILING.sample(1, run.job(), label(run.insurer()))));
            active.all().forEach(run -> samples.add(Metric.RUN_BEGAN.sample(run.beganAt(), labels(run.key()))));
            active.findOverdue(now).forEach(run -> samples.add(Metric.RUN_TAKES_LONG.sample(1, labels(run.key()))));
            return samples;
        };
    }

    private static double overdue(UpcomingRun run, Instant now) {
        return run.node().isPresent() || !run.at().isBefore(now)
                ? 0
                : Duration.between(run.at(), now).toMillis() / MILLIS_PER_SECOND;
    }

    private static String[] labels(RunKey key) {
        return new String[] {key.job(), label(key.insurer())};
    }

    private static String label(Optional<InsurerCode> insurer) {
        return insurer.map(InsurerCode::value).orElse("");
    }
}
