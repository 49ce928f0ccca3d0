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
 * The right of one process to work for one insurer: a PostgreSQL advisory lock, held until its connection ends. Each
 * lease has a new epoch; {@link Fence} stops the holders of older epochs.
 */
final class InsurerLease implements AutoCloseable {

    private static final int LOCK_CLASS = 0x4A42;
    private static final int TRANSACTION_CLASS = 0x4A43;
    private static final int ANSWER_MILLIS = 5000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final Insurer insurer;
    private final long epoch;

    private InsurerLease(Connection connection, Insurer insurer, long epoch) {
        this.connection = connection;
        this.insurer = insurer;
        this.epoch = epoch;
    }

    /** Takes the lease; empty if another process holds it, or is committing its last transaction under it. */
    static Optional<InsurerLease> tryTake(DataSource dataSource, Insurer insurer) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                Optional<InsurerLease> lease = tryTake(connection, insurer);
                if (lease.isEmpty()) {
                    SingleProcessLock.release(connection);
                }
                return lease;
            } catch (SQLException | RuntimeException e) {
                SingleProcessLock.release(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The lease for " + insurer.code() + " cannot be taken", e);
        }
    }

    private static Optional<InsurerLease> tryTake(Connection connection, Insurer insurer) throws SQLException {
        if (!SingleProcessLock.tryLock(connection, LOCK_CLASS, insurer.id())) {
            return Optional.empty();
        }
        OptionalLong epoch = beginEpoch(connection, insurer.code());
        if (epoch.isEmpty()) {
            return Optional.empty();
        }
        terminateMarked(connection, insurer.id());
        return Optional.of(new InsurerLease(connection, insurer, epoch.getAsLong()));
    }

    /** Begins a new epoch; empty if the previous holder has a transaction that was checked but not committed yet. */
    private static OptionalLong beginEpoch(Connection connection, InsurerCode insurer) throws SQLException {
        connection.setAutoCommit(false);
        try (var timeout = connection.createStatement();
                PreparedStatement increment = connection.prepareStatement("""
                        insert into insurer_lease (insurer, epoch) values (?, 1)
                        on conflict (insurer) do update set epoch = insurer_lease.epoch + 1
                        returning epoch
                        """)) {
            timeout.execute("set local lock_timeout = '2s'");
            increment.setString(1, insurer.value());
            long epoch;
            try (var row = increment.executeQuery()) {
                row.next();
                epoch = row.getLong(1);
            }
            connection.commit();
            return OptionalLong.of(epoch);
        } catch (SQLException e) {
            connection.rollback();
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return OptionalLong.empty();
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Ends the connections of previous holders' marked transactions, which could not commit any more. */
    private static void terminateMarked(Connection connection, int insurer) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("""
                select pg_terminate_backend(pid, ?) from pg_locks
                where locktype = 'advisory' and classid = ? and objid = ? and objsubid = 2 and pid <> pg_backend_pid()
                  and database = (select oid from pg_database where datname = current_database())
                """)) {
            end.setInt(1, ANSWER_MILLIS);
            end.setInt(2, TRANSACTION_CLASS);
            end.setInt(3, insurer);
            end.executeQuery().close();
        }
    }

    /** True if any process holds the lease for an insurer. */
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

    long epoch() {
        return epoch;
    }

    /** True if this epoch is the newest; false if the database does not respond. For the lease's thread only. */
    boolean isHeld() {
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            boolean newest = isNewestEpoch();
            connection.setNetworkTimeout(Runnable::run, usual);
            return newest;
        } catch (SQLException broken) {
            return false;
        }
    }

    private boolean isNewestEpoch() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select epoch from insurer_lease where insurer = ?")) {
            query.setString(1, insurer.code().value());
            try (var row = query.executeQuery()) {
                return row.next() && row.getLong(1) == epoch;
            }
        }
    }

    /** True if the epoch is the newest. It then stays the newest until the current transaction ends. */
    boolean holdEpoch(JdbcClient jdbc) {
        return isNewestEpoch(jdbc, "select epoch from insurer_lease where insurer = :insurer for share");
    }

    /** Like {@link #holdEpoch}, but a transaction without writes takes no lock, which would be a write. */
    boolean holdEpochIfWritten(JdbcClient jdbc) {
        return isNewestEpoch(jdbc, """
                select case when pg_current_xact_id_if_assigned() is null
                            then (select epoch from insurer_lease where insurer = :insurer)
                            else (select epoch from insurer_lease where insurer = :insurer for share)
                       end
                """);
    }

    private boolean isNewestEpoch(JdbcClient jdbc, String query) {
        return jdbc.sql(query)
                .param("insurer", insurer.code().value())
                .query(Long.class)
                .optional()
                .filter(newest -> newest == epoch)
                .isPresent();
    }

    /** Marks the transaction, so that the next holder can end it: if it hangs, it could keep the registry locked. */
    void markTransaction(JdbcClient jdbc) {
        mark(jdbc, "select pg_advisory_xact_lock_shared(?, ?)");
    }

    /**
     * Marks a transaction of Spring Batch's repository, and lets its commit not wait for the disk. A power failure can
     * only lose the last commits: any later commit that waits makes this one durable, too. After a loss, the run
     * continues as after the death of its process.
     */
    void markBatchTransaction(JdbcClient jdbc) {
        mark(jdbc, "select pg_advisory_xact_lock_shared(?, ?), set_config('synchronous_commit', 'off', true)");
    }

    private void mark(JdbcClient jdbc, String statement) {
        jdbc.sql(statement)
                .params(TRANSACTION_CLASS, insurer.id())
                .query((row, number) -> number)
                .list();
    }

    @Override
    public void close() {
        SingleProcessLock.release(connection);
    }
}
