package jinbo.job.erase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The right of one process to erase: an advisory lock that PostgreSQL drops when the connection, and so the process, is gone. One
 * that has lost it and goes on does no harm: each page is decided under the registry lock.
 */
final class OneErasing implements AutoCloseable {

    private static final int LOCK_CLASS = 0x4A45;

    private final Connection connection;

    private OneErasing(Connection connection) {
        this.connection = connection;
    }

    /** Takes it, if no other process has it. */
    static Optional<OneErasing> tryTake(DataSource dataSource) {
        try {
            OneErasing taken = new OneErasing(dataSource.getConnection());
            boolean held = false;
            try {
                held = taken.lock();
                return held ? Optional.of(taken) : Optional.empty();
            } finally {
                if (!held) {
                    taken.close();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The right to erase cannot be taken", e);
        }
    }

    @Override
    public void close() {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException ignored) {
            // the connection is broken, and PostgreSQL has dropped the lock with it
        }
    }

    private boolean lock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, 0)")) {
            statement.setInt(1, LOCK_CLASS);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
