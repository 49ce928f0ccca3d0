package jinbo.batch;

/** Names of jobs in commands, settings and records of runs. */
public final class JobNames {

    public static final String COLLECT_UPLOADS = "collect-uploads";
    public static final String PUBLISH_BLOCK_LISTS = "publish-block-lists";
    public static final String SETTLE_CASES = "settle-cases";
    public static final String ERASE_ENDED = "erase-ended";
    public static final String REMIND_CONSUMERS = "remind-consumers";

    private JobNames() {}
}
