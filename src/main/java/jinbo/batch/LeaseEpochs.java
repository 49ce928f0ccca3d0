package jinbo.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts how often each insurer's lease was taken: the newest epoch is its holder's, all others have lost it. */
final class LeaseEpochs {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private LeaseEpochs() {}

    /**
     * Begins the next epoch, which ends the one before.
     *
     * @return empty if a transaction of the one before has been found to be in order and does not come to its end
     */
    static OptionalLong next(Connection connection, InsurerCode insurer) throws SQLException {
        connection.setAutoCommit(false);
        try (var patience = connection.createStatement();
                PreparedStatement count = connection.prepareStatement("""
                        insert into insurer_lease (insurer, epoch) values (?, 1)
                        on conflict (insurer) do update set epoch = insurer_lease.epoch + 1
                        returning epoch
                        """)) {
            patience.execute("set local lock_timeout = '2s'");
            count.setString(1, insurer.value());
            long epoch;
            try (var row = count.executeQuery()) {
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

    /** The newest epoch; empty if the lease was never taken. */
    static OptionalLong current(Connection connection, InsurerCode insurer) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select epoch from insurer_lease where insurer = ?")) {
            query.setString(1, insurer.value());
            try (var row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Whether an epoch is the newest, and keeps it so until the current transaction ends. */
    static boolean hold(JdbcClient jdbc, InsurerCode insurer, long epoch) {
        return isNewest(jdbc, "select epoch from insurer_lease where insurer = :insurer for share", insurer, epoch);
    }

    /**
     * The same at the end of a transaction. One that has written nothing has nothing that could be kept from anybody: the lock
     * alone would have it write, and wait for the disk.
     */
    static boolean holdIfWritten(JdbcClient jdbc, InsurerCode insurer, long epoch) {
        return isNewest(jdbc, """
                select case when pg_current_xact_id_if_assigned() is null
                            then (select epoch from insurer_lease where insurer = :insurer)
                            else (select epoch from insurer_lease where insurer = :insurer for share)
                       end
                """, insurer, epoch);
    }

    private static boolean isNewest(JdbcClient jdbc, String query, InsurerCode insurer, long epoch) {
        return jdbc.sql(query)
                .param("insurer", insurer.value())
                .query(Long.class)
                .optional()
                .filter(newest -> newest == epoch)
                .isPresent();
    }
}
