package jinbo.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jinbo.schedule.FailingRun;
import jinbo.schedule.FailingRuns;
import jinbo.watch.Concern.Code;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/** Looks for what the schedule has tried again and again in vain. */
@Component
class FailingRunsConcern {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    private final FailingRuns failing;
    private final Clock clock;

    FailingRunsConcern(FailingRuns failing, Clock clock) {
        this.failing = failing;
        this.clock = clock;
    }

    List<Concern> find() {
        return failing.toBeTold(clock.instant()).stream()
                .map(run -> new Concern(Code.RUNS_FAIL, run.insurer(), Optional.of(detail(run))))
                .toList();
    }

    /** The same as long as it goes on failing, so that it is told once. */
    private static String detail(FailingRun run) {
        Instant since = run.since();
        return run.job() + " (" + TIME.format(since) + ")";
    }
}
