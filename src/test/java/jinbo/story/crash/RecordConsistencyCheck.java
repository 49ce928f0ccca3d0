package jinbo.story.crash;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of the records whatever has happened: no gap, nothing announced without an end, nobody at work. */
final class RecordConsistencyCheck {

    private static final String RULES = """
            select 'access log: ' || count(*) || ' places, last index ' || max(index) from access_log_place
            having count(*) <> max(index) + 1 or min(index) <> 0
            union all
            select 'access log: head at ' || size from access_log_head
            where size <> (select count(*) from access_log_place)
            union all
            select 'access log: entry ' || id || ' neither has a place nor waits for one' from access_log_entry e
            where not exists (select from access_log_place p where p.entry = e.id)
              and not exists (select from access_log_pending p where p.entry = e.id)
            union all
            select 'access log: intent ' || id || ' to ' || action || ' has no result' from access_log_entry e
            where phase = 'INTENT' and not exists (select from access_log_entry r where r.intent = e.id)
            union all
            select 'access log: intent ' || intent || ' has ' || count(*) || ' results' from access_log_entry
            where phase = 'RESULT' group by intent having count(*) > 1
            union all
            select 'revisions: ' || count(*) || ' batches, head ' || (select revision from registry_head) from registration_batch
            having count(*) <> (select revision from registry_head) or count(distinct revision) <> count(*)
            union all
            select 'an execution counts as ' || status from batch_job_execution
            where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
            union all
            select 'more than one execution of an instance is complete' from batch_job_execution
            where status = 'COMPLETED' group by job_instance_id having count(*) > 1
            union all
            select remote_name || ' was recorded ' || count(*) || ' times' from inbound_file
            group by insurer, remote_name having count(*) > 1
            """;

    private final JdbcClient sql;

    RecordConsistencyCheck(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which rules do not hold; none, if all is well. */
    List<String> faults() {
        return sql.sql(RULES).query(String.class).list();
    }
}
