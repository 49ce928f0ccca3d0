package jinbo.operator.job;

import java.util.EnumSet;
import java.util.Set;
import jinbo.batch.JobNames;

public enum JobName {
    COLLECT_UPLOADS(JobNames.COLLECT_UPLOADS),
    PUBLISH_BLOCK_LISTS(JobNames.PUBLISH_BLOCK_LISTS),
    SETTLE_CASES(JobNames.SETTLE_CASES),
    ERASE_ENDED(JobNames.ERASE_ENDED),
    REMIND_CONSUMERS(JobNames.REMIND_CONSUMERS),
    WATCH("watch");

    private static final Set<JobName> OF_ALL_INSURERS = EnumSet.of(ERASE_ENDED, REMIND_CONSUMERS, WATCH);

    private final String name;

    JobName(String name) {
        this.name = name;
    }

    /** True if the job cannot run for one insurer alone; such a job needs no keys. */
    boolean isOfAllInsurers() {
        return OF_ALL_INSURERS.contains(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
