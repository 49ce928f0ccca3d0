package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every job, and every insurer where each has runs of its own, has its next run planned by the rules as they are
 * now: insurers come and go, and operators change rules. A run that is overdue, or is tried again, is left as it is.
 */
record PlanRuns(Insurers insurers, RunTimetables courses, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRuns.class);

    void plan(List<ScheduledJob> jobs, SchedulerClient client) {
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
        Optional<NextRun> wanted = courses.of(key).first(now);
        try {
            if (planned.isEmpty()) {
                wanted.ifPresent(next -> client.scheduleIfNotExists(
                        new TaskInstance<>(key.job(), key.instance(), next.state()), next.at()));
            } else if (mayBeReplanned(planned.get(), now)) {
                replan(planned.get(), wanted, client);
            }
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            LOG.debug("The next run of {} has begun in the meantime", key);
        }
    }

    private static void replan(ScheduledExecution<RunState> planned, Optional<NextRun> wanted, SchedulerClient client) {
        TaskInstanceId id = planned.getTaskInstance();
        if (wanted.isEmpty()) {
            client.cancel(id);
            return;
        }
        RunState state = planned.getData();
        Optional<Instant> due = wanted.get().state().due();
        if (!state.due().equals(due)
                || !planned.getExecutionTime().equals(wanted.get().at())) {
            client.reschedule(id, wanted.get().at(), state.nextDue(due));
        }
    }

    private static boolean mayBeReplanned(ScheduledExecution<RunState> planned, Instant now) {
        return !planned.isPicked()
                && planned.getExecutionTime().isAfter(now)
                && !planned.getData().isRetry()
                && planned.getData().due().filter(due -> !due.isAfter(now)).isEmpty();
    }
}
