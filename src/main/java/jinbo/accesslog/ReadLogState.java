package jinbo.accesslog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how many entries, open accesses and alarms the log has, for display, without verifying the log. */
@Component
public record ReadLogState(JdbcClient jdbc, LogAlarms alarms) {

    public LogState read() {
        long openAlarms = alarms.open().size();
        return jdbc.sql("""
                select (select coalesce(max(size), 0) from access_log_head) as entries,
                       (select count(*) from access_log_pending) as pending,
                       (select count(*) from access_log_open) as open_intents,
                       (select at from access_log_checkpoint order by id desc limit 1) as checkpoint_at
                """)
                .query((row, number) -> new LogState(
                        row.getLong("entries"),
                        row.getLong("pending"),
                        row.getLong("open_intents"),
                        openAlarms,
                        Optional.ofNullable(row.getObject("checkpoint_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** @param entries those that have an index; the pending ones have none yet */
    public record LogState(
            long entries, long pending, long openIntents, long openAlarms, Optional<Instant> checkpointAt) {}
}
