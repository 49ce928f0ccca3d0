package jinbo.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right of one process to work for one insurer: an advisory lock that PostgreSQL drops when the connection, and so the
 * process, is gone. Whoever holds it may take over what a dead process left. Each taking has an epoch of its own, by which
 * {@link Fence} tells the holder from one that has lost its connection and does not know it yet.
 */
final class InsurerLease implements AutoCloseable {

    private static final int LOCK_CLASS = 0x4A42;
    private static final int ANSWER_MILLIS = 5000;

    private final Connection connection;
    private final Insurer insurer;
    private final long epoch;

    private InsurerLease(Connection connection, Insurer insurer, long epoch) {
        this.connection = connection;
        this.insurer = insurer;
        this.epoch = epoch;
    }

    /** Takes the lease, if no other process holds it, or is just committing the last thing that it did under it. */
    static Optional<InsurerLease> tryTake(DataSource dataSource, Insurer insurer) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                Optional<InsurerLease> lease = tryTake(connection, insurer);
                if (lease.isEmpty()) {
                    giveBack(connection);
                }
                return lease;
            } catch (SQLException | RuntimeException e) {
                giveBack(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The lease for " + insurer.code() + " cannot be taken", e);
        }
    }

    /** Whether anybody holds the lease of an insurer at this moment. */
    static boolean isTaken(DataSource dataSource, Insurer insurer) {
        return JdbcClient.create(dataSource)
                .sql("""
                        select exists (select from pg_locks where locktype = 'advisory' and classid = ? and objid = ? and granted
                                       and database = (select oid from pg_database where datname = current_database()))
                        """)
                .params(LOCK_CLASS, insurer.id())
                .query(Boolean.class)
                .single();
    }

    InsurerCode insurer() {
        return insurer.code();
    }

    int insurerId() {
        return insurer.id();
    }

    /** Which taking of this insurer's lease it is, from 1. */
    long epoch() {
        return epoch;
    }

    /** Whether it is still held at this moment; only for the thread that works under it. A server that is silent says no. */
    boolean isHeld() {
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            boolean newest = LeaseEpochs.current(connection, insurer.code()).equals(OptionalLong.of(epoch));
            connection.setNetworkTimeout(Runnable::run, usual);
            return newest;
        } catch (SQLException broken) {
            return false;
        }
    }

    @Override
    public void close() {
        giveBack(connection);
    }

    private static Optional<InsurerLease> tryTake(Connection connection, Insurer insurer) throws SQLException {
        if (!lock(connection, insurer)) {
            return Optional.empty();
        }
        OptionalLong epoch = LeaseEpochs.next(connection, insurer.code());
        if (epoch.isEmpty()) {
            return Optional.empty();
        }
        LeasedTransactions.terminateRemaining(connection, insurer.id());
        return Optional.of(new InsurerLease(connection, insurer, epoch.getAsLong()));
    }

    private static void giveBack(Connection connection) {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException ignored) {
            // the connection is broken, and PostgreSQL has dropped the lock with it
        }
    }

    private static boolean lock(Connection connection, Insurer insurer) throws SQLException {
        try (var settings = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            settings.execute(SingleProcessLock.NOTICE_A_VANISHED_MACHINE);
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, insurer.id());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
