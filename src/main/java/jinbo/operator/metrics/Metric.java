package jinbo.operator.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The metrics that are read from the database and disks; {@code docs/operators/metrics.md} describes them. */
enum Metric {
    FILES("jinbo.files", "Inbound files on record", "insurer", "verdict"),
    ROWS("jinbo.rows", "Rows of inbound files on record", "insurer", "verdict"),
    FINDINGS("jinbo.findings", "Findings in inbound files on record", "code"),
    FILES_HELD("jinbo.files.held", "Inbound files that wait for an operator", "insurer"),
    LAST_UPLOAD("jinbo.last.upload.timestamp.seconds", "When the newest upload of complaints came", "insurer"),
    LISTS_DELIVERED("jinbo.lists.delivered", "Block lists delivered", "insurer", "kind"),
    LISTS_UNDELIVERED(
            "jinbo.lists.undelivered", "Block lists that are sealed and do not lie on the drop yet", "insurer"),
    LIST_ROWS("jinbo.list.rows", "Rows of the newest block list", "insurer"),
    LIST_NUMBERS(
            "jinbo.list.numbers",
            "Numbers that are blocked in a line of business once the newest block list is applied",
            "insurer",
            "business_line"),
    LIST_DELIVERED_AT("jinbo.list.delivered.timestamp.seconds", "When the newest block list was delivered", "insurer"),
    LIST_USE_BY(
            "jinbo.list.use.by.timestamp.seconds", "When the newest delivered block list is out of date", "insurer"),
    REGISTRATION_APPLIED(
            "jinbo.registration.applied.seconds",
            "How long registrations of the last 30 days took, or take so far, to the last insurer's applied list",
            "quantile"),
    RUN_NEXT("jinbo.run.next.due.timestamp.seconds", "When the next run begins, or was to", "job", "insurer"),
    RUN_OVERDUE("jinbo.run.overdue.seconds", "How long ago a run was to begin that has not begun", "job", "insurer"),
    RUNS_UNDER_WAY("jinbo.runs.under.way", "Runs under way, on whichever process", "job"),
    RUN_SUCCEEDED("jinbo.run.last.success.timestamp.seconds", "When a run last left nothing undone", "job", "insurer"),
    RUN_FAILURES("jinbo.run.failures", "Runs one after the other that have left something undone", "job", "insurer"),
    RUN_FAILING("jinbo.run.failing", "1 for what runs leave undone for longer than tell-after", "job", "insurer"),
    RUN_BEGAN("jinbo.run.began.timestamp.seconds", "When a run that is under way began", "job", "insurer"),
    RUN_TAKES_LONG("jinbo.run.takes.long", "1 for a run that is under way for longer than may-take", "job", "insurer"),
    LOG_ENTRIES("jinbo.access.log.entries", "Entries of the access log that have a place in its tree"),
    LOG_PENDING("jinbo.access.log.pending", "Entries of the access log that wait for their place"),
    LOG_OPEN_INTENTS("jinbo.access.log.open.intents", "Accesses that were announced and have not ended"),
    LOG_ALARMS("jinbo.access.log.alarms", "Alarms of the access log without a decision"),
    LOG_CHECKPOINT("jinbo.access.log.checkpoint.timestamp.seconds", "When the access log's head was last signed"),
    ALERTS("jinbo.concerns", "What the last run of watch has found that needs a person", "code", "insurer"),
    DISK_FREE("jinbo.disk.free.bytes", "Free space of the disk under a folder of the home", "folder"),
    DISK_SIZE("jinbo.disk.size.bytes", "Size of the disk under a folder of the home", "folder"),
    DATABASE_SIZE("jinbo.database.size.bytes", "Size of the database"),
    SCHEMA_MATCHES("jinbo.database.schema.matches", "1 if the database has the schema of this program, else 0");

    private static final double MILLIS = 1000.0;

    private final String meter;
    private final String meaning;
    private final List<String> labels;

    Metric(String meter, String meaning, String... labels) {
        this.meter = meter;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    /** The Micrometer name; Prometheus replaces dots by underscores and appends {@code _total} to counters. */
    String meter() {
        return meter;
    }

    String meaning() {
        return meaning;
    }

    List<String> labels() {
        return labels;
    }

    boolean isCounter() {
        return this == LISTS_DELIVERED;
    }

    /** @param tags one for each label of the metric; the value is empty if the sample is not about a single insurer */
    record Sample(Metric metric, Tags tags, double value) {}

    /** @throws IllegalArgumentException if the number of tags is not that of the labels */
    Sample sample(double value, String... tags) {
        if (tags.length != labels.size()) {
            throw new IllegalArgumentException(this + " has the labels " + labels + ", not " + List.of(tags));
        }
        Stream<Tag> labelled = IntStream.range(0, tags.length).mapToObj(i -> Tag.of(labels.get(i), tags[i]));
        return new Sample(this, Tags.of(labelled.toList()), value);
    }

    Sample sample(Instant time, String... tags) {
        return sample(time.toEpochMilli() / MILLIS, tags);
    }
}
