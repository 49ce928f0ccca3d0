package jinbo.operator.metrics;

import java.util.List;

/** A metric that is read from records, and so is the same whichever process tells it; {@code docs/operators/metrics.md} has them all. */
public enum Metric {
    /** Files. */
    FILES("jinbo_files", "Inbound files on record", "insurer", "verdict"),
    /** Rows. */
    ROWS("jinbo_rows", "Rows of inbound files on record", "insurer", "verdict"),
    /** Findings. */
    FINDINGS("jinbo_findings", "Findings in inbound files on record", "code"),
    /** Held files. */
    FILES_HELD("jinbo_files_held", "Inbound files that wait for an operator", "insurer"),
    /** Last uploads. */
    LAST_UPLOAD("jinbo_last_upload_timestamp_seconds", "When the newest upload of complaints came", "insurer"),
    /** Delivered lists, which become more only. */
    LISTS_DELIVERED("jinbo_lists_delivered", "Block lists delivered", "insurer", "kind") {
        @Override
        public boolean isCounter() {
            return true;
        }
    },
    /** Undelivered lists. */
    LISTS_UNDELIVERED(
            "jinbo_lists_undelivered", "Block lists that are sealed and do not lie on the drop yet", "insurer"),
    /** Rows of the newest list. */
    LIST_ROWS("jinbo_list_rows", "Rows of the newest block list", "insurer"),
    /** Numbers of the newest list. */
    LIST_NUMBERS(
            "jinbo_list_numbers",
            "Numbers that are blocked in a line of business once the newest block list is applied",
            "insurer",
            "business_line"),
    /** Delivery of the newest list. */
    LIST_DELIVERED_AT("jinbo_list_delivered_timestamp_seconds", "When the newest block list was delivered", "insurer"),
    /** End of the newest list. */
    LIST_USE_BY(
            "jinbo_list_use_by_timestamp_seconds", "When the newest delivered block list is out of date", "insurer"),
    /** Next runs. */
    RUN_NEXT("jinbo_run_next_due_timestamp_seconds", "When the next run begins, or was to", "job", "insurer"),
    /** Runs that are late. */
    RUN_OVERDUE("jinbo_run_overdue_seconds", "How long ago a run was to begin that has not begun", "job", "insurer"),
    /** Runs under way. */
    RUNS_UNDER_WAY("jinbo_runs_under_way", "Runs under way, on whichever process", "job"),
    /** Last successes. */
    RUN_SUCCEEDED("jinbo_run_last_success_timestamp_seconds", "When a run last left nothing undone", "job", "insurer"),
    /** Tries in vain. */
    RUN_FAILURES("jinbo_run_failures", "Runs one after the other that have left something undone", "job", "insurer"),
    /** Failing runs. */
    RUN_FAILING("jinbo_run_failing", "1 for what runs leave undone for longer than tell-after", "job", "insurer"),
    /** Runs under way. */
    RUN_BEGAN("jinbo_run_began_timestamp_seconds", "When a run that is under way began", "job", "insurer"),
    /** Runs that take too long. */
    RUN_TAKES_LONG("jinbo_run_takes_long", "1 for a run that is under way for longer than may-take", "job", "insurer"),
    /** Entries. */
    LOG_ENTRIES("jinbo_access_log_entries", "Entries of the access log that have a place in its tree"),
    /** Pending entries. */
    LOG_PENDING("jinbo_access_log_pending", "Entries of the access log that wait for their place"),
    /** Open intents. */
    LOG_OPEN_INTENTS("jinbo_access_log_open_intents", "Accesses that were announced and have not ended"),
    /** Alarms. */
    LOG_ALARMS("jinbo_access_log_alarms", "Alarms of the access log that nobody has decided about"),
    /** The last checkpoint. */
    LOG_CHECKPOINT("jinbo_access_log_checkpoint_timestamp_seconds", "When the access log's head was last signed"),
    /** Alerts. */
    ALERTS("jinbo_concerns", "What the last run of watch has found that needs a person", "code", "insurer"),
    /** Free disk. */
    DISK_FREE("jinbo_disk_free_bytes", "Free space of the disk under a folder of the home", "folder"),
    /** Disk. */
    DISK_SIZE("jinbo_disk_size_bytes", "Size of the disk under a folder of the home", "folder"),
    /** Database. */
    DATABASE_SIZE("jinbo_database_size_bytes", "Size of the database"),
    /** Schema. */
    SCHEMA_MATCHES("jinbo_database_schema_matches", "1 if the database has the schema of this program, else 0");

    private final String metric;
    private final String meaning;
    private final List<String> labels;

    Metric(String metric, String meaning, String... labels) {
        this.metric = metric;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** What it is called where it is collected; one that only grows has {@code _total} behind that. */
    public String metric() {
        return metric;
    }

    /** What it counts, in words. */
    public String meaning() {
        return meaning;
    }

    /** By what it is told apart. */
    public List<String> labels() {
        return labels;
    }

    /** Whether it only grows. */
    public boolean isCounter() {
        return false;
    }
}
