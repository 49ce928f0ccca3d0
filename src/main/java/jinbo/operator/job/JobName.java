package jinbo.operator.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The jobs that can be run by a command. */
public enum JobName {
    COLLECT_UPLOADS,
    PUBLISH_BLOCK_LISTS,
    SETTLE_CASES,
    ERASE_ENDED,
    REMIND_CONSUMERS,
    WATCH;

    private static final Set<JobName> OF_ALL_INSURERS = EnumSet.of(ERASE_ENDED, REMIND_CONSUMERS, WATCH);

    /** True if the job can be run for one insurer. A job that always runs for all insurers together needs no keys. */
    boolean acceptsInsurer() {
        return !OF_ALL_INSURERS.contains(this);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
