package jinbo.consumer.portal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** Locks a table, so that requests wait at this point. */
final class LockedTable implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final String table;
    private final Connection holding;
    private final Connection watching;

    private LockedTable(String table, Connection holding, Connection watching) {
        this.table = table;
        this.holding = holding;
        this.watching = watching;
    }

    static LockedTable of(DataSource owner, String table) throws SQLException {
        Connection holding = owner.getConnection();
        holding.setAutoCommit(false);
        try (Statement lock = holding.createStatement()) {
            lock.execute("lock table " + table + " in share mode");
        }
        return new LockedTable(table, holding, owner.getConnection());
    }

    /** Waits until this many sessions wait for the table. */
    void awaitWaiting(int wanted) {
        Awaitility.await(wanted + " sessions that wait for the table")
                .atMost(AT_MOST)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> waiting() >= wanted);
    }

    boolean isHeld() throws SQLException {
        watching.setAutoCommit(false);
        try (Statement lock = watching.createStatement()) {
            lock.execute("lock table " + table + " in row exclusive mode nowait");
            return false;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return true;
            }
            throw e;
        } finally {
            watching.rollback();
            watching.setAutoCommit(true);
        }
    }

    private int waiting() throws SQLException {
        try (Statement look = watching.createStatement();
                ResultSet row = look.executeQuery(
                        "select count(distinct pid) from pg_locks where not granted and pid in (select pid from pg_locks"
                                + " where database = (select oid from pg_database where datname = current_database()))")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        watching.close();
        holding.close();
    }
}
