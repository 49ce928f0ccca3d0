package jinbo.batch.schedule;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/** Identifies runs that are executed in sequence; without insurer, the runs for all. */
public record RunKey(String job, Optional<InsurerCode> insurer) {

    /** The db-scheduler instance of a run for all insurers. */
    static final String FOR_ALL = "all";

    String instance() {
        return insurer.map(InsurerCode::value).orElse(FOR_ALL);
    }

    static RunKey of(ScheduledJob job, String instance) {
        return new RunKey(
                job.name(), job.isForEachInsurer() ? Optional.of(new InsurerCode(instance)) : Optional.empty());
    }
}
