package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The runs that are under way on some node. */
@Component
public record ActiveRuns(RecordedRuns records, ScheduleSettings settings) {

    /** All of them, by when they began. */
    public List<RecordedRun> all() {
        return records.findActive();
    }

    /** Those that have been under way for longer than a run of their job may take. */
    public List<RecordedRun> findOverdue(Instant now) {
        return all().stream()
                .filter(run -> now.isAfter(
                        run.beganAt().plus(settings.of(run.key().job()).mayTake())))
                .toList();
    }
}
