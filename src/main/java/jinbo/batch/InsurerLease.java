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
 * The right of one process to work for one insurer, until its connection ends: a PostgreSQL advisory lock. The holder may
 * take over the work of a dead process. Each lease has a new epoch; {@link Fence} refuses holders of older ones.
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

    /** Empty if another process holds the lease or is committing its last transaction under it. */
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

    /** Ends the previous epoch; empty if a transaction of its holder has been checked but not committed yet. */
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

    /** Ends the connections of transactions that {@link #markTransaction} has marked; they could not commit any more. */
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

    /** Whether any process holds the lease of an insurer. */
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

    /** Only for the thread that works under the lease; false if the database does not respond in time. */
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

    /** Whether the epoch is the newest; if so, it stays the newest until the current transaction ends. */
    boolean holdEpoch(JdbcClient jdbc) {
        return isNewestEpoch(jdbc, "select epoch from insurer_lease where insurer = :insurer for share");
    }

    /** Like {@link #holdEpoch}, but a transaction that has written nothing takes no lock, which would be its only write. */
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

    /** Lets the next holder end the current transaction, which could otherwise keep the registry locked while it hangs. */
    void markTransaction(JdbcClient jdbc) {
        mark(jdbc, "select pg_advisory_xact_lock_shared(?, ?)");
    }

    /**
     * Marks a transaction of Spring Batch's repository, whose commit need not wait for the disk. PostgreSQL loses only the
     * last commits, so any later durable commit makes this one durable. After a loss, a run continues as after a dead
     * process.
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
