package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.batch.schedule.RunState.RunStateSerializer;
import jinbo.testing.TestExchange;

/** A node with a settable clock that executes due runs in sequence in the test's thread. */
public final class ManualScheduleFixture {

    private static final int MOST_AT_ONE_MOMENT = 100;

    private final TestExchange exchange;
    private final ManualScheduler scheduler;

    public ManualScheduleFixture(TestExchange exchange, String node) {
        this.exchange = exchange;
        ScheduleTasks tasks = exchange.bean(ScheduleTasks.class);
        SettableClock clock = new SettableClock();
        clock.set(exchange.bean(Clock.class).instant());
        var builder = TestHelper.createManualScheduler(exchange.bean(DataSource.class), tasks.jobTasks(node))
                .clock(clock);
        builder.serializer(new RunStateSerializer()).schedulerName(new SchedulerName.Fixed(node));
        this.scheduler = builder.build();
        plan();
    }

    void plan() {
        scheduler.setTime(exchange.bean(Clock.class).instant());
        exchange.bean(ScheduleTasks.class).plan(scheduler);
    }

    /** Executes all due runs, including those that become due by them. */
    public void turn() {
        scheduler.setTime(exchange.bean(Clock.class).instant());
        for (int i = 0; i < MOST_AT_ONE_MOMENT && isAnythingDue(); i++) {
            scheduler.runAnyDueExecutions();
        }
    }

    Optional<Instant> next() {
        return exchange.bean(UpcomingRuns.class).all().stream()
                .map(UpcomingRuns.UpcomingRun::at)
                .findFirst();
    }

    /** When the next run is, if that is at the latest at a time. */
    public Optional<Instant> nextUntil(Instant end) {
        return next().filter(next -> !next.isAfter(end));
    }

    private boolean isAnythingDue() {
        Instant now = exchange.bean(Clock.class).instant();
        return exchange.bean(UpcomingRuns.class).all().stream()
                .anyMatch(run -> run.node().isEmpty() && !run.at().isAfter(now));
    }
}
