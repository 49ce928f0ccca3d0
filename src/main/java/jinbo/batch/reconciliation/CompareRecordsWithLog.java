package jinbo.batch.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jinbo.accesslog.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the records of decisions with their digests in the access log: none may be unlogged, changed or missing. */
final class CompareRecordsWithLog {

    /** The newest entry of a record counts. It has the highest id, because each change locks the record. */
    private static final String COMPARED = """
            with entry as (
                select distinct on (object) object, id, substring(outcome from 10) as digest
                from access_log_entry
                where action = 'DECIDE' and phase = 'RESULT' and starts_with(outcome, 'RECORDED ')
                  and starts_with(object, :kind || ' ')
                order by object, id desc
            )
            select coalesce(:kind || ' ' || record.key, entry.object, :kind || ' that is not there') as object, entry.id,
                   record.key is not null as stands, record.digest is not distinct from entry.digest as agrees
            from (%s) record
            full join entry on entry.object = :kind || ' ' || record.key
            where record.key is not null or entry.digest is distinct from 'REMOVED'
            """;

    private CompareRecordsWithLog() {}

    static RuleResult compare(JdbcClient snapshot, List<RecordKind> kinds) {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.RECORDS_ARE_IN_THE_ACCESS_LOG);
        for (RecordKind kind : kinds) {
            compare(snapshot, kind, ruleViolations);
        }
        return ruleViolations.result();
    }

    private static void compare(JdbcClient snapshot, RecordKind kind, RuleViolations ruleViolations) {
        snapshot.sql(COMPARED.formatted(kind.digests()))
                .param("kind", kind.name())
                .query((ResultSet row) -> {
                    ruleViolations.checked();
                    if (!row.getBoolean("agrees")) {
                        ruleViolations.wrong(fault(row));
                    }
                });
    }

    private static String fault(ResultSet row) throws SQLException {
        String object = row.getString("object");
        long entry = row.getLong("id");
        if (row.wasNull()) {
            return object + ": no entry of the access log records it";
        }
        return object
                + (row.getBoolean("stands")
                        ? ": is not what entry " + entry + " of the access log records"
                        : ": entry " + entry + " of the access log records it, and it is gone");
    }
}
