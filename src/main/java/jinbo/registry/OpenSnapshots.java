package jinbo.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whether any process has a snapshot open: each shares an advisory lock, which PostgreSQL drops when the snapshot's transaction, or
 * the process, is gone.
 */
final class OpenSnapshots {

    private static final int LOCK_CLASS = 0x4A53;

    /** Said in the transaction of a snapshot. */
    static final String ACQUIRE_SHARED = "select pg_advisory_xact_lock_shared(" + LOCK_CLASS + ", 0)";

    private static final String NONE = "select pg_try_advisory_xact_lock(" + LOCK_CLASS + ", 0)";

    private OpenSnapshots() {}

    /**
     * Does something if there are none; whoever opens one waits.
     *
     * @return whether there were none
     */
    static boolean runIfNoneOpen(DataSource dataSource, Runnable work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(NONE)) {
                row.next();
                boolean none = row.getBoolean(1);
                if (none) {
                    work.run();
                }
                return none;
            } finally {
                connection.rollback();
            }
        }
    }
}
