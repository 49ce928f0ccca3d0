package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds the records that stood in a database before records were bound to the log, once: after a migration that found any. The
 * entries are the system's, for nobody can say any more who decided those records.
 */
@Component
public class BindExistingRecords {

    private static final String PURPOSE =
            "it stood here before records were bound to the log; who decided it is not proven";

    private static final String WAITS = """
            select exists (select from record_baseline where kind = :kind)
                   and not exists (select from access_log_entry where object = :baseline and phase = 'RESULT' and role = 'SYSTEM')
            """;

    private final List<RecordKind> kinds;
    private final AccessLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BindExistingRecords(
            ObjectProvider<RecordKind> kinds, AccessLog log, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.kinds = kinds.stream().toList();
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Binds what waits for it; mostly nothing does.
     *
     * @throws AccessLogUnavailableException if it cannot be written; nothing of that kind is bound then
     */
    public void atStart() {
        for (RecordKind kind : kinds) {
            if (waits(kind)) {
                transaction.executeWithoutResult(status -> bind(kind));
            }
        }
    }

    private void bind(RecordKind kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.baseline', 0)) is null")
                .query(Boolean.class)
                .single();
        if (!waits(kind)) {
            return;
        }
        List<String[]> records = jdbc.sql(kind.digests() + " order by key")
                .query((row, number) -> new String[] {row.getString("key"), row.getString("digest")})
                .list();
        records.forEach(record -> write(kind.object(record[0]), DecisionRecords.RECORDED + record[1]));
        write(baseline(kind), "BASELINE " + records.size());
    }

    private boolean waits(RecordKind kind) {
        return jdbc.sql(WAITS)
                .param("kind", kind.name())
                .param("baseline", baseline(kind))
                .query(Boolean.class)
                .single();
    }

    private void write(String object, String outcome) {
        log.decided(new Access(Actor.system(), AccessAction.DECIDE, PURPOSE, Optional.empty(), object), outcome);
    }

    private static String baseline(RecordKind kind) {
        return "baseline of " + kind.name();
    }
}
