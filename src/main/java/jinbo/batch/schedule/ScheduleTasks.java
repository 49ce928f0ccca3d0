package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.RecordedExecutions;
import jinbo.batch.RunProgress;
import jinbo.batch.StopRequest;
import jinbo.batch.schedule.ScheduleSettings.JobSchedule;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.Calendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The tasks that db-scheduler executes: the runs of each job, and the planning of runs. */
@Component
@EnableConfigurationProperties(ScheduleSettings.class)
record ScheduleTasks(
        List<ScheduledJob> jobs,
        Calendars calendars,
        RecordedRuns records,
        RecordedExecutions executions,
        Insurers insurers,
        ScheduleSettings settings,
        StopRequest stop,
        RunEndNotifier ended,
        RunProgress progress,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleTasks.class);

    private static final String PLANNING = "plan-runs";

    private static final Duration PLAN_EVERY = Duration.ofSeconds(30);

    /** How long to keep records of runs that processed nothing, which most runs of {@code collect-uploads} do. */
    private static final Duration KEEP_IDLE = Duration.ofDays(30);

    /** The pause after a database failure; {@link ExecuteRun} handles all other failures. */
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(30);

    ScheduleTasks {
        jobs = List.copyOf(jobs);
    }

    List<Task<?>> jobTasks(String node) {
        ExecuteRun execute = new ExecuteRun(records, stop, ended, clock, progress, node, ConcurrentHashMap.newKeySet());
        List<Task<?>> tasks = new ArrayList<>();
        jobs.forEach(job -> tasks.add(task(job, execute)));
        return tasks;
    }

    boolean isForEachInsurer(Task<?> task) {
        return jobs.stream()
                .anyMatch(job -> job.isForEachInsurer() && job.name().equals(task.getName()));
    }

    /** @param client sees the runs of all jobs, unlike the scheduler that executes this task */
    RecurringTask<Void> planning(SchedulerClient client) {
        return Tasks.recurring(PLANNING, FixedDelay.of(PLAN_EVERY))
                .onDeadExecution((dead, next) -> next.reschedule(dead, clock.instant()))
                .execute((instance, context) -> {
                    plan(client);
                    records.forget(
                            clock.instant().minus(settings.keepRecords()),
                            clock.instant().minus(KEEP_IDLE));
                    executions.forget(settings.keepRecords());
                });
    }

    private Task<RunState> task(ScheduledJob job, ExecuteRun execute) {
        return Tasks.custom(job.name(), RunState.class)
                .onFailure(
                        (ended, next) -> next.reschedule(ended, clock.instant().plus(RETRY_AFTER_FAILURE)))
                // the default uses the machine's clock and would restart a run that is paused in this process
                .onDeadExecution((dead, next) -> {
                    if (!execute.isUnderWay(
                            RunKey.of(job, dead.getExecution().taskInstance.getId()))) {
                        next.reschedule(dead, clock.instant());
                    }
                })
                .execute((instance, context) -> {
                    RunKey key = RunKey.of(job, instance.getId());
                    Optional<NextRun> next = execute.execute(job, key, timetableOf(key), instance.getData());
                    return (ended, operations) -> next.ifPresentOrElse(
                            run -> operations.reschedule(ended, run.at(), run.state()), operations::remove);
                });
    }

    private RunTimetable timetableOf(RunKey key) {
        JobSchedule schedule = settings.of(key.job());
        List<TimeWindow> downtime = key.insurer().map(settings::downtimeOf).orElse(List.of());
        return new RunTimetable(
                schedule,
                schedule.rule().times(day -> calendars.current().isWorkday(day)),
                schedule.allowed().outside(downtime));
    }

    /** Plans the next run of every job and insurer by the settings. Overdue runs and retries stay as they are. */
    void plan(SchedulerClient client) {
        for (ScheduledJob job : jobs) {
            Map<String, ScheduledExecution<RunState>> planned =
                    client
                            .getScheduledExecutionsForTask(job.name(), RunState.class, ScheduledExecutionsFilter.all())
                            .stream()
                            .collect(Collectors.toMap(
                                    run -> run.getTaskInstance().getId(), Function.identity()));
            keys(job).forEach(key -> plan(key, Optional.ofNullable(planned.get(key.instance())), client));
        }
    }

    private Stream<RunKey> keys(ScheduledJob job) {
        return job.isForEachInsurer()
                ? insurers.all().stream().map(insurer -> new RunKey(job.name(), Optional.of(insurer.code())))
                : Stream.of(new RunKey(job.name(), Optional.empty()));
    }

    private void plan(RunKey key, Optional<ScheduledExecution<RunState>> planned, SchedulerClient client) {
        Instant now = clock.instant();
        Optional<NextRun> nextRun = timetableOf(key).first(now);
        try {
            if (planned.isEmpty()) {
                nextRun.ifPresent(next -> client.scheduleIfNotExists(
                        new TaskInstance<>(key.job(), key.instance(), next.state()), next.at()));
            } else if (mayBeReplanned(planned.get(), now)) {
                replan(planned.get(), nextRun, client);
            }
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            LOG.debug("The next run of {} has begun in the meantime", key);
        }
    }

    private static void replan(
            ScheduledExecution<RunState> planned, Optional<NextRun> nextRun, SchedulerClient client) {
        TaskInstanceId id = planned.getTaskInstance();
        if (nextRun.isEmpty()) {
            client.cancel(id);
            return;
        }
        RunState state = planned.getData();
        Optional<Instant> due = nextRun.get().state().due();
        if (!state.due().equals(due)
                || !planned.getExecutionTime().equals(nextRun.get().at())) {
            client.reschedule(id, nextRun.get().at(), state.nextDue(due));
        }
    }

    private static boolean mayBeReplanned(ScheduledExecution<RunState> planned, Instant now) {
        return !planned.isPicked()
                && planned.getExecutionTime().isAfter(now)
                && !planned.getData().isRetry()
                && planned.getData().due().filter(due -> !due.isAfter(now)).isEmpty();
    }
}
