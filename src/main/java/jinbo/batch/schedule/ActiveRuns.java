package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The runs in progress on all nodes. */
@Component
public record ActiveRuns(RecordedRuns records, ScheduleSettings settings) {

    /** Returns all runs in progress in the order in which they began. */
    public List<RecordedRun> all() {
        return records.findActive();
    }

    /** Finds the runs in progress that take longer than their job may take. */
    public List<RecordedRun> findOverdue(Instant now) {
        return all().stream()
                .filter(run -> now.isAfter(
                        run.beganAt().plus(settings.of(run.key().job()).mayTake())))
                .toList();
    }
}
