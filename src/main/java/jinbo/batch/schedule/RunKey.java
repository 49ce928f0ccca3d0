package jinbo.batch.schedule;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * Whose runs follow one another and never overlap.
 *
 * @param insurer whose; empty if a run is for all
 */
public record RunKey(String job, Optional<InsurerCode> insurer) {

    /** What db-scheduler calls a run for all insurers. */
    static final String FOR_ALL = "all";

    /** What db-scheduler calls it among the instances of a task. */
    String instance() {
        return insurer.map(InsurerCode::value).orElse(FOR_ALL);
    }

    static RunKey of(ScheduledJob job, String instance) {
        return new RunKey(
                job.name(), job.isForEachInsurer() ? Optional.of(new InsurerCode(instance)) : Optional.empty());
    }
}
