package jinbo.operator.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jinbo.batch.schedule.ActiveRuns;
import jinbo.batch.schedule.FailingRuns;
import jinbo.batch.schedule.LastSuccesses;
import jinbo.batch.schedule.RecordedRun;
import jinbo.batch.schedule.UpcomingRuns;

record ScheduleMetrics(
        UpcomingRuns upcoming, LastSuccesses successes, FailingRuns failing, ActiveRuns underWay, Clock clock)
        implements MetricSource {

    private static final double MILLIS = 1000.0;

    @Override
    public List<MetricSample> read() {
        Instant now = clock.instant();
        List<UpcomingRuns.UpcomingRun> runs = upcoming.all();
        List<MetricSample> metricSamples = new ArrayList<>();
        for (UpcomingRuns.UpcomingRun run : runs) {
            String job = run.key().job();
            String insurer = MetricSample.label(run.key().insurer());
            metricSamples.add(MetricSample.at(Metric.RUN_NEXT, run.at(), job, insurer));
            metricSamples.add(MetricSample.of(Metric.RUN_OVERDUE, overdue(run, now), job, insurer));
            metricSamples.add(MetricSample.of(Metric.RUN_FAILURES, run.failures(), job, insurer));
        }
        countedByJob(runs)
                .forEach((job, count) -> metricSamples.add(MetricSample.of(Metric.RUNS_UNDER_WAY, count, job)));
        successes
                .of(runs.stream().map(UpcomingRuns.UpcomingRun::key).toList())
                .forEach(success -> metricSamples.add(MetricSample.at(
                        Metric.RUN_SUCCEEDED,
                        success.at(),
                        success.key().job(),
                        MetricSample.label(success.key().insurer()))));
        failing.findReportable(now)
                .forEach(run -> metricSamples.add(
                        MetricSample.of(Metric.RUN_FAILING, 1, run.job(), MetricSample.label(run.insurer()))));
        for (RecordedRun run : underWay.all()) {
            metricSamples.add(MetricSample.at(
                    Metric.RUN_BEGAN,
                    run.beganAt(),
                    run.key().job(),
                    MetricSample.label(run.key().insurer())));
        }
        for (RecordedRun run : underWay.findOverdue(now)) {
            metricSamples.add(MetricSample.of(
                    Metric.RUN_TAKES_LONG,
                    1,
                    run.key().job(),
                    MetricSample.label(run.key().insurer())));
        }
        return metricSamples;
    }

    private static double overdue(UpcomingRuns.UpcomingRun run, Instant now) {
        return run.node().isPresent() || !run.at().isBefore(now)
                ? 0
                : Duration.between(run.at(), now).toMillis() / MILLIS;
    }

    private static Map<String, Long> countedByJob(List<UpcomingRuns.UpcomingRun> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.key().job(),
                        Collectors.filtering(run -> run.node().isPresent(), Collectors.counting())));
    }
}
