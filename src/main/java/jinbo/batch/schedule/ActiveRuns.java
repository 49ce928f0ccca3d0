package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The runs in progress on all nodes. */
@Component
public record ActiveRuns(RecordedRuns records, ScheduleSettings settings) {

    /** All active runs in the order of their begin. */
    public List<RecordedRun> all() {
        return records.findActive();
    }

    /** Active runs that exceed the allowed duration of their job. */
    public List<RecordedRun> findOverdue(Instant now) {
        return all().stream()
                .filter(run -> now.isAfter(
                        run.beganAt().plus(settings.of(run.key().job()).mayTake())))
                .toList();
    }
}
