package jinbo.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.insurer.Insurer;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The right of one process to work for one insurer: an advisory lock that PostgreSQL drops when the connection, and so the
 * process, is gone. Whoever holds it may take over what a dead process left.
 */
final class InsurerLease implements AutoCloseable {

    private static final int LOCK_CLASS = 0x4A42;

    private final Connection connection;

    private InsurerLease(Connection connection) {
        this.connection = connection;
    }

    /** Takes the lease, if no other process holds it. */
    static Optional<InsurerLease> tryTake(DataSource dataSource, Insurer insurer) {
        try {
            Connection connection = dataSource.getConnection();
            if (lock(connection, insurer)) {
                return Optional.of(new InsurerLease(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The lease for " + insurer.code() + " cannot be taken", e);
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

    private static boolean lock(Connection connection, Insurer insurer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, insurer.id());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
