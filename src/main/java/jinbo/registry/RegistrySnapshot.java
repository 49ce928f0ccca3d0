package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumbersGate;
import jinbo.insurer.Insurer;
import jinbo.insurer.Sector;

/**
 * The registry as it stood at one revision, for as long as this is open; several insurers' blocks can be read from it side
 * by side.
 *
 * <p>It is a transaction whose snapshot is exported (PostgreSQL: "Snapshot Synchronization Functions").
 */
public final class RegistrySnapshot implements AutoCloseable {

    private final DataSource dataSource;
    private final NumbersGate gate;
    private final Map<Short, Sector> sectors;
    private final Connection keeper;
    private final String snapshotName;
    private final long revision;
    private final BlockStripes stripes;
    private final int blocksAtOnce;

    /** @param blocksAtOnce how many blocks may be in memory, at eight bytes each */
    RegistrySnapshot(DataSource dataSource, NumbersGate gate, Map<Short, Sector> sectors, int blocksAtOnce)
            throws SQLException {
        this.dataSource = dataSource;
        this.gate = gate;
        this.sectors = sectors;
        this.blocksAtOnce = blocksAtOnce;
        this.stripes = new BlockStripes(gate, this::read);
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
     * @throws RegistryReadException if the database fails, or holds a ban of days before 2000 or behind 2089
     */
    public void blocksOf(AccessPermit permit, Insurer insurer, LocalDate day, BlockSink sink) {
        stripes.each(permit, stripe -> stripe.told(insurer.id(), BlockScope.of(insurer.sector()), day, sink));
    }

    /**
     * Reads what a sector's insurers are told that have no blocks of their own, in order of the numbers.
     *
     * @param permit the access that was announced
     * @param day blocks that are over on this day are left out
     * @throws RegistryReadException if the database fails
     */
    public void blocksOf(AccessPermit permit, Sector sector, LocalDate day, BlockSink sink) {
        stripes.each(permit, stripe -> stripe.told(BlockScope.NOBODY, BlockScope.of(sector), day, sink));
    }

    /**
     * Tells what an insurer's own blocks make different from what its sector is told, in order of the numbers.
     *
     * @param permit the access that was announced
     * @param day bans that are over on this day are none
     * @throws RegistryReadException if the database fails
     */
    public void differing(AccessPermit permit, Insurer insurer, LocalDate day, Consumer<BlockChange> consumer) {
        stripes.each(permit, stripe -> stripe.differing(insurer.id(), BlockScope.of(insurer.sector()), day, consumer));
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

    private SortedBlocks read(AccessPermit permit, long above) {
        return inSnapshot(permit, connection -> ReadBlocks.read(connection, above, blocksAtOnce));
    }

    private <T> T inSnapshot(AccessPermit permit, NumbersGate.Work<T, SQLException> work) {
        try (Connection connection = readOnly(dataSource)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction snapshot '" + snapshotName + "'");
            }
            return gate.open(permit, connection, work);
        } catch (SQLException e) {
            throw new RegistryReadException(permit.access().object(), e);
        }
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
