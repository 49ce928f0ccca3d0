package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** Finds work that has been unfinished for so long that a person must know. */
@Component
public record FailingRuns(RecordedRuns records, ScheduleSettings settings) {

    /** Finds the failures that must be reported to a person. */
    public List<FailingRun> findReportable(Instant now) {
        return records.failing().stream()
                // nobody waits for a job without schedule, and no retry can finish its work
                .filter(failing -> !(settings.of(failing.job()).rule() instanceof DueRule.Never))
                .filter(failing -> !now.isBefore(
                        failing.since().plus(settings.of(failing.job()).tellAfter())))
                .toList();
    }

    /** Unfinished work of a job; the insurer is empty if the work concerns all insurers. */
    public record FailingRun(String job, Optional<InsurerCode> insurer, Instant since, String what) {}
}
