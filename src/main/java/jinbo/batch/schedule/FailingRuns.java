package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** What runs have left undone for longer than their job may take to mend it by trying again. */
@Component
public record FailingRuns(RecordedRuns records, ScheduleSettings settings) {

    /** What a person has to be told, at a moment. */
    public List<FailingRun> findReportable(Instant now) {
        return records.failing().stream()
                // a job that runs by schedule no longer mends nothing, and nobody waits for it
                .filter(failing -> !(settings.of(failing.job()).rule() instanceof DueRule.Never))
                .filter(failing -> !now.isBefore(
                        failing.since().plus(settings.of(failing.job()).tellAfter())))
                .toList();
    }

    /**
     * @param insurer whose part; empty if it concerns all
     * @param since when the first of the runs was due that have left it
     */
    public record FailingRun(String job, Optional<InsurerCode> insurer, Instant since, String what) {}
}
