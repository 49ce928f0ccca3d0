package jinbo.batch.schedule;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/** The runs of a job that are executed one after the other: those for one insurer, or if it is empty, for all. */
public record RunKey(String job, Optional<InsurerCode> insurer) {

    /** The name that a run for all insurers has in db-scheduler. */
    static final String FOR_ALL = "all";

    String instance() {
        return insurer.map(InsurerCode::value).orElse(FOR_ALL);
    }

    static RunKey of(ScheduledJob job, String instance) {
        return new RunKey(
                job.name(), job.isForEachInsurer() ? Optional.of(new InsurerCode(instance)) : Optional.empty());
    }
}
