package jinbo.operator.job;

import java.time.Instant;
import java.util.Optional;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.participant.insurer.InsurerCode;

/**
 * A run that is planned or under way.
 *
 * @param job the job's name
 * @param insurer whose; empty if it is one for all
 * @param at when it begins, or was to
 * @param failures how many before it have left something undone, one after the other
 * @param node where it is under way; empty if it is not
 */
public record UpcomingSheet(
        String job, Optional<InsurerCode> insurer, Instant at, int failures, Optional<String> node) {

    public static UpcomingSheet of(UpcomingRuns.UpcomingRun run) {
        return new UpcomingSheet(run.key().job(), run.key().insurer(), run.at(), run.failures(), run.node());
    }
}
