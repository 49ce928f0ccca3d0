package jinbo.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks the transactions that are done under a lease, so that whoever takes it next can end those that its former holder
 * left open: a process that hangs in the middle of a merge would otherwise keep the registry locked for everybody.
 */
final class LeasedTransactions {

    private static final int MARK_CLASS = 0x4A43;
    private static final int END_WITHIN_MILLIS = 5000;

    private LeasedTransactions() {}

    /** Marks the current transaction, until it ends. */
    static void mark(JdbcClient jdbc, int insurer) {
        jdbc.sql("select pg_advisory_xact_lock_shared(?, ?)")
                .params(MARK_CLASS, insurer)
                .query((row, number) -> number)
                .list();
    }

    /**
     * The same for what Batch records of an execution; its commit does not wait for the disk. PostgreSQL loses commits from the end
     * only: once any later one waited, this is as durable as that. If power or the server fails before, the execution is found as it was a moment
     * ago, and a run goes on with it as with any whose process died then; what was done is told by our own records.
     */
    static void markRecordOfBatch(JdbcClient jdbc, int insurer) {
        jdbc.sql("select pg_advisory_xact_lock_shared(?, ?), set_config('synchronous_commit', 'off', true)")
                .params(MARK_CLASS, insurer)
                .query((row, number) -> number)
                .list();
    }

    /** Ends what is marked, by ending its connection: it has lost its lease and could not commit any more. */
    static void terminateRemaining(Connection connection, int insurer) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("""
                select pg_terminate_backend(pid, ?) from pg_locks
                where locktype = 'advisory' and classid = ? and objid = ? and objsubid = 2 and pid <> pg_backend_pid()
                  and database = (select oid from pg_database where datname = current_database())
                """)) {
            end.setInt(1, END_WITHIN_MILLIS);
            end.setInt(2, MARK_CLASS);
            end.setInt(3, insurer);
            end.executeQuery().close();
        }
    }
}
