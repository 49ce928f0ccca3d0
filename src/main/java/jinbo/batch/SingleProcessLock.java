package jinbo.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** A lock, so that only one process does a task. If its connection breaks, the process works on without the lock. */
public final class SingleProcessLock implements AutoCloseable {

    /** The tasks. Each comment says why nothing goes wrong if the lock is lost. */
    public enum Task {
        /** Each page of numbers is also checked under the registry lock. */
        ERASING(0x4A45),
        /** An alert may be sent twice, but is recorded once. */
        WATCHING(0x4A41),
        /** A message is recorded before it is sent. */
        REMINDING(0x4A52),
        /** The holder may treat the run's executions as those of a dead process; all steps can be repeated. */
        RUN(0x4A58),
        /** One lock for each node. Nodes that start later do not check the home of a node that has lost it. */
        SERVING(0x4A4E);

        private final int lockClass;

        Task(int lockClass) {
            this.lockClass = lockClass;
        }

        int lockClass() {
            return lockClass;
        }
    }

    private final Connection connection;

    private SingleProcessLock(Connection connection) {
        this.connection = connection;
    }

    /** Does the work, or something else if another process is doing the task. */
    public static <T> T callIfFree(DataSource dataSource, Task what, Supplier<T> work, Supplier<T> otherwise) {
        Optional<SingleProcessLock> alone = tryTake(dataSource, what, 0);
        try {
            return alone.isPresent() ? work.get() : otherwise.get();
        } finally {
            alone.ifPresent(SingleProcessLock::close);
        }
    }

    /** @param which one of several tasks of the same kind */
    static Optional<SingleProcessLock> tryTake(DataSource dataSource, Task what, int which) {
        try {
            SingleProcessLock taken = new SingleProcessLock(dataSource.getConnection());
            boolean held = false;
            try {
                held = tryLock(taken.connection, what.lockClass, which);
                return held ? Optional.of(taken) : Optional.empty();
            } finally {
                if (!held) {
                    taken.close();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "The right to be the one that is " + what + " cannot be taken", e);
        }
    }

    @Override
    public void close() {
        release(connection);
    }

    static void release(Connection connection) {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException ignored) {
            // the connection is broken, so PostgreSQL has released the lock
        }
    }

    static boolean tryLock(Connection connection, int lockClass, int key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, lockClass);
            statement.setInt(2, key);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
