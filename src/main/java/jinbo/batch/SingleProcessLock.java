package jinbo.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The right of one process to do something that only one at a time should: an advisory lock that PostgreSQL drops when the
 * connection, and so the process, is gone. One that has lost it goes on; so what it does must do no harm beside another.
 */
public final class SingleProcessLock implements AutoCloseable {

    /** What only one process does at a time. */
    public enum Task {
        /** Numbers are erased; each page is decided under the registry lock besides. */
        ERASING(0x4A45),
        /** Alerts are sent; one may be told twice, and is not recorded twice. */
        WATCHING(0x4A57),
        /** Consumers are reminded; a message is recorded as begun before it is sent, whoever sends it. */
        REMINDING(0x4A52),
        /** A run of a job; whoever has its lock may take the run's executions for those of a process that is dead. */
        RUN(0x4A58);

        private final int lockClass;

        Task(int lockClass) {
            this.lockClass = lockClass;
        }
    }

    /**
     * A machine that vanishes says no farewell, and without these PostgreSQL believes for two hours that its process lives.
     */
    static final String NOTICE_A_VANISHED_MACHINE =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

    private final Connection connection;

    private SingleProcessLock(Connection connection) {
        this.connection = connection;
    }

    /** Takes it, if no other process has it. */
    public static Optional<SingleProcessLock> tryTake(DataSource dataSource, Task what) {
        return tryTake(dataSource, what, 0);
    }

    /** The same for one of several things of this kind. */
    static Optional<SingleProcessLock> tryTake(DataSource dataSource, Task what, int which) {
        try {
            SingleProcessLock taken = new SingleProcessLock(dataSource.getConnection());
            boolean held = false;
            try {
                held = taken.lock(what, which);
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
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException ignored) {
            // the connection is broken, and PostgreSQL has dropped the lock with it
        }
    }

    private boolean lock(Task what, int which) throws SQLException {
        try (Statement settings = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            settings.execute(NOTICE_A_VANISHED_MACHINE);
            statement.setInt(1, what.lockClass);
            statement.setInt(2, which);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
