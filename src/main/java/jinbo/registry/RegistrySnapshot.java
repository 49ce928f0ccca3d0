package jinbo.registry;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumbersGate;
import jinbo.bulk.BrokenCopy;
import jinbo.insurer.Insurer;
import jinbo.insurer.Sector;
import jinbo.mobile.Mobile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The registry as it stood at one revision, for as long as this is open; several insurers' blocks can be read from it side
 * by side.
 *
 * <p>It is a transaction whose snapshot is exported (PostgreSQL: "Snapshot Synchronization Functions").
 */
public final class RegistrySnapshot implements AutoCloseable {

    private static final int DATE_LENGTH = 10;
    private static final int MOBILE_LENGTH = 11;

    private final DataSource dataSource;
    private final NumbersGate gate;
    private final Map<Short, Sector> sectors;
    private final Connection keeper;
    private final String snapshotName;
    private final long revision;

    RegistrySnapshot(DataSource dataSource, NumbersGate gate, Map<Short, Sector> sectors) throws SQLException {
        this.dataSource = dataSource;
        this.gate = gate;
        this.sectors = sectors;
        this.keeper = readOnly(dataSource);
        try (Statement statement = keeper.createStatement()) {
            // idle for as long as lists are made from it, it must not be taken for one whose client has left
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            try (var row = statement.executeQuery("select pg_export_snapshot(), revision from registry_head")) {
                row.next();
                this.snapshotName = row.getString(1);
                this.revision = row.getLong(2);
            }
        } catch (SQLException e) {
            keeper.close();
            throw e;
        }
    }

    /** The last batch of acts that this shows. */
    public long revision() {
        return revision;
    }

    /**
     * Reads the blocks of one insurer that are in force on a day or begin later, in order of the numbers.
     *
     * @param permit the access that was announced
     * @param insurer whose blocks; its own block of a number stands before its sector's
     * @param day blocks that are over on this day are left out
     * @return how many there were
     * @throws RegistryReadException if the database fails
     */
    public long blocksOf(AccessPermit permit, Insurer insurer, LocalDate day, Consumer<Block> consumer) {
        String query = """
                copy (select mobile, effective_on, expires_on
                      from (select distinct on (mobile) mobile, effective_on, expires_on
                            from block where scope in (%d, %d) order by mobile, scope) b
                      where expires_on > date '%s' and effective_on < expires_on
                      order by mobile)
                to stdout with (format csv)
                """.formatted(insurer.id(), BlockScope.of(insurer.sector()), day);
        return inSnapshot(permit, connection -> copy(connection, query, consumer));
    }

    /**
     * Tells what has changed for an insurer since an earlier moment, in order of the numbers; in time proportional to the
     * acts since then, not to the registry.
     *
     * @param permit the access that was announced
     * @param before a moment of this registry
     * @param day bans that are over on this day are none
     * @return how many numbers have changed
     * @throws RegistryReadException if the database fails
     */
    public long changesFor(
            AccessPermit permit, Insurer insurer, Moment before, LocalDate day, Consumer<BlockChange> consumer) {
        TouchedNumbers touched = new TouchedNumbers(before.revision(), revision, before.day(), day);
        ChangesFor changes = new ChangesFor(insurer, before, new Moment(revision, day));
        return inSnapshot(permit, connection -> {
            try (Histories histories =
                    Histories.ofTouched(connection, KnownInsurers.read(connection, sectors), touched)) {
                return changes.tell(histories, consumer);
            }
        });
    }

    @Override
    public void close() {
        try (keeper) {
            keeper.rollback();
        } catch (SQLException ignored) {
            // the pool throws the connection away; the snapshot is gone either way
        }
    }

    private long inSnapshot(AccessPermit permit, NumbersGate.Work<Long, SQLException> work) {
        try (Connection connection = readOnly(dataSource)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction snapshot '" + snapshotName + "'");
            }
            return gate.open(permit, connection, work);
        } catch (SQLException e) {
            throw new RegistryReadException(permit.access().object(), e);
        }
    }

    private static long copy(Connection connection, String query, Consumer<Block> consumer) throws SQLException {
        boolean whole = false;
        try {
            long count =
                    readAll(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query), consumer);
            whole = true;
            return count;
        } finally {
            if (!whole) {
                // the driver would wait without end for a copy that nobody reads on
                BrokenCopy.abandon(connection);
            }
        }
    }

    private static long readAll(CopyOut rows, Consumer<Block> consumer) throws SQLException {
        long count = 0;
        for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            consumer.accept(parse(row));
            count++;
        }
        return count;
    }

    private static Block parse(byte[] row) {
        String text = new String(row, StandardCharsets.US_ASCII);
        int second = MOBILE_LENGTH + 1;
        int third = second + DATE_LENGTH + 1;
        return new Block(
                new Mobile(Long.parseLong(text, 0, MOBILE_LENGTH, 10)),
                new Interval(
                        LocalDate.parse(text.substring(second, second + DATE_LENGTH)),
                        LocalDate.parse(text.substring(third, third + DATE_LENGTH))));
    }

    private static Connection readOnly(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
