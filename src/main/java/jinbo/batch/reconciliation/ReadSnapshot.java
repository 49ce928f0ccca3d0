package jinbo.batch.reconciliation;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Runs queries in a read-only snapshot of the database. */
final class ReadSnapshot {

    private static final int FETCH_ROWS = 10_000;

    private ReadSnapshot() {}

    @FunctionalInterface
    interface SnapshotQuery<T> {
        T read(Connection connection, JdbcClient sql) throws SQLException;
    }

    /** @throws VerificationException if the database, or a file in the spool that the query reads, cannot be read */
    static <T> T read(DataSource dataSource, SnapshotQuery<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (Statement statement = connection.createStatement()) {
                // the transaction is idle while files of the spool are read
                statement.execute("set local idle_in_transaction_session_timeout = 0");
                return query.read(connection, client(connection));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new VerificationException("SQL state " + e.getSQLState());
        } catch (DataAccessException e) {
            throw new VerificationException(
                    e.getRootCause() instanceof SQLException cause
                            ? "SQL state " + cause.getSQLState()
                            : e.getClass().getSimpleName());
        } catch (UncheckedIOException e) {
            throw new VerificationException(e.getCause().getClass().getSimpleName());
        }
    }

    private static JdbcClient client(Connection connection) {
        JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        template.setFetchSize(FETCH_ROWS);
        return JdbcClient.create(template);
    }

    /** The database or the spool failed during verification. Names the SQL state, but not the server's message. */
    public static final class VerificationException extends RuntimeException {

        VerificationException(String reason) {
            super("The totals could not be verified (" + reason
                    + "); check the database and the disk of the home, then run" + " \"registry verify\"");
        }
    }
}
