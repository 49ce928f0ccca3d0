package jinbo.batch.reconciliation;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lends a connection that sees the database as it stood at one moment and cannot change it. */
final class ReadSnapshot {

    private static final int FETCH_ROWS = 10_000;

    private ReadSnapshot() {}

    @FunctionalInterface
    interface Question<T> {
        T read(Connection connection, JdbcClient sql) throws SQLException;
    }

    /**
     * Asks, and ends the snapshot.
     *
     * @throws VerificationException if the database or a file that was looked at fails
     */
    static <T> T of(DataSource dataSource, Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return question.read(connection, client(connection));
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
}
