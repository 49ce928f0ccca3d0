package jinbo.operator.job;

import java.util.EnumSet;
import java.util.Set;
import jinbo.batch.JobNames;

/** The jobs that can be run. */
public enum JobName {
    /** Uploads are ingested and answered. */
    COLLECT_UPLOADS(JobNames.COLLECT_UPLOADS),
    /** Block lists are made and delivered. */
    PUBLISH_BLOCK_LISTS(JobNames.PUBLISH_BLOCK_LISTS),
    /** Insurers are asked about cases and told of decisions. */
    SETTLE_CASES(JobNames.SETTLE_CASES),
    /** Numbers that ended long ago are erased. */
    ERASE_ENDED(JobNames.ERASE_ENDED),
    /** Consumers are told that their blocks end soon. */
    REMIND_CONSUMERS(JobNames.REMIND_CONSUMERS),
    /** What needs a person is looked for and told. */
    WATCH("watch");

    private static final Set<JobName> OF_ALL_INSURERS = EnumSet.of(ERASE_ENDED, REMIND_CONSUMERS, WATCH);

    private final String name;

    JobName(String name) {
        this.name = name;
    }

    /** Whether it cannot be run for one insurer alone; such a job opens and seals nothing. */
    boolean isOfAllInsurers() {
        return OF_ALL_INSURERS.contains(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
