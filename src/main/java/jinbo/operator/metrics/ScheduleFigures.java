package jinbo.operator.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jinbo.batch.schedule.FailingRuns;
import jinbo.batch.schedule.LastSuccesses;
import jinbo.batch.schedule.RecordedRun;
import jinbo.batch.schedule.RunsUnderWay;
import jinbo.batch.schedule.UpcomingRun;
import jinbo.batch.schedule.UpcomingRuns;
import org.springframework.stereotype.Component;

/** How the schedule is kept. */
@Component
class ScheduleFigures implements FigureSource {

    private static final double MILLIS = 1000.0;

    private final UpcomingRuns upcoming;
    private final LastSuccesses successes;
    private final FailingRuns failing;
    private final RunsUnderWay underWay;
    private final Clock clock;

    ScheduleFigures(
            UpcomingRuns upcoming, LastSuccesses successes, FailingRuns failing, RunsUnderWay underWay, Clock clock) {
        this.upcoming = upcoming;
        this.successes = successes;
        this.failing = failing;
        this.underWay = underWay;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "schedule";
    }

    @Override
    public List<Sample> read() {
        Instant now = clock.instant();
        List<UpcomingRun> runs = upcoming.all();
        List<Sample> samples = new ArrayList<>();
        for (UpcomingRun run : runs) {
            String job = run.key().job();
            String insurer = Sample.label(run.key().insurer());
            samples.add(Sample.at(Figure.RUN_NEXT, run.at(), job, insurer));
            samples.add(Sample.of(Figure.RUN_OVERDUE, overdue(run, now), job, insurer));
            samples.add(Sample.of(Figure.RUN_FAILURES, run.failures(), job, insurer));
        }
        countedByJob(runs).forEach((job, count) -> samples.add(Sample.of(Figure.RUNS_UNDER_WAY, count, job)));
        successes
                .of(runs.stream().map(UpcomingRun::key).toList())
                .forEach(success -> samples.add(Sample.at(
                        Figure.RUN_SUCCEEDED,
                        success.at(),
                        success.key().job(),
                        Sample.label(success.key().insurer()))));
        failing.toBeTold(now)
                .forEach(run -> samples.add(Sample.of(Figure.RUN_FAILING, 1, run.job(), Sample.label(run.insurer()))));
        for (RecordedRun run : underWay.all()) {
            samples.add(Sample.at(
                    Figure.RUN_BEGAN,
                    run.beganAt(),
                    run.key().job(),
                    Sample.label(run.key().insurer())));
        }
        for (RecordedRun run : underWay.tooLong(now)) {
            samples.add(Sample.of(
                    Figure.RUN_TAKES_LONG,
                    1,
                    run.key().job(),
                    Sample.label(run.key().insurer())));
        }
        return samples;
    }

    private static double overdue(UpcomingRun run, Instant now) {
        return run.node().isPresent() || !run.at().isBefore(now)
                ? 0
                : Duration.between(run.at(), now).toMillis() / MILLIS;
    }

    private static Map<String, Long> countedByJob(List<UpcomingRun> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.key().job(),
                        Collectors.filtering(run -> run.node().isPresent(), Collectors.counting())));
    }
}
