package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.SharedAccess;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.registry.RegistryChanges.TouchedNumber;

/**
 * The registry as it stood at one revision, for as long as this is open.
 *
 * <p>It is a transaction whose snapshot is exported (PostgreSQL: "Snapshot Synchronization Functions").
 */
public final class RegistrySnapshot implements AutoCloseable {

    /** Numbers that were touched since some moment, at a kilobyte or so each. */
    private static final int MOST_CHANGES = 100_000;

    private final DataSource dataSource;
    private final NumberAccessTemplate gate;
    private final Connection keeper;
    private final String snapshotName;
    private final long revision;
    private final int blocksAtOnce;

    /** @param blocksAtOnce how many blocks may be in memory, at eight bytes each */
    RegistrySnapshot(DataSource dataSource, NumberAccessTemplate gate, int blocksAtOnce) throws SQLException {
        this.dataSource = dataSource;
        this.gate = gate;
        this.blocksAtOnce = blocksAtOnce;
        this.keeper = readOnly(dataSource);
        try (Statement statement = keeper.createStatement()) {
            // idle for as long as lists are made from it, it must not be taken for one whose client has left
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute(OpenSnapshots.ACQUIRE_SHARED);
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

    /** The last batch of registrations that this shows. */
    public long revision() {
        return revision;
    }

    /** All blocks, not read yet. */
    public RegistryBlocks blocks(SharedAccess reading) {
        return new RegistryBlocks(
                gate,
                new BlockChunks(above -> reading.read(
                        permit -> inSnapshot(permit, connection -> ReadBlocks.read(connection, above, blocksAtOnce)),
                        SortedBlocks::count)));
    }

    /**
     * What has changed until now, not read yet.
     *
     * @param day blocks that are over on this day are none now
     */
    public RegistryChanges changes(SharedAccess reading, LocalDate day) {
        return changes(reading, day, MOST_CHANGES);
    }

    RegistryChanges changes(SharedAccess reading, LocalDate day, int most) {
        return new RegistryChanges(
                gate,
                (registryPeriod, consumer) -> reading.read(
                        permit -> inSnapshot(permit, connection -> touched(connection, registryPeriod, consumer)),
                        numbers -> numbers),
                new RegistryMoment(revision, day),
                most);
    }

    private long touched(Connection connection, RegistryPeriod registryPeriod, Consumer<TouchedNumber> consumer)
            throws SQLException {
        long numbers = 0;
        try (NumberHistoryCursor numberHistoryCursor = NumberHistoryCursor.ofTouched(
                connection, KnownInsurers.read(connection), new TouchedNumbers(registryPeriod))) {
            for (long mobile = numberHistoryCursor.mobile();
                    mobile != NumberHistoryCursor.END;
                    mobile = numberHistoryCursor.mobile()) {
                consumer.accept(TouchedNumber.of(mobile, numberHistoryCursor.next(), registryPeriod));
                numbers++;
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        try (keeper) {
            keeper.rollback();
        } catch (SQLException ignored) {
            // the pool throws the connection away; the snapshot is gone either way
        }
    }

    private <T> T inSnapshot(AccessPermit permit, NumberAccessTemplate.Work<T, SQLException> work) {
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

    /** Reads blocks of a snapshot, page by page by rising number, as many as memory is to hold. */
    static final class ReadBlocks {

        private static final String PAGES =
                "select thousand, scope, blocks from block_page where thousand > ? order by thousand, scope";

        private static final int FETCH_ROWS = 500;

        private ReadBlocks() {}

        /**
         * @param connection in a transaction, else the driver would fetch all pages at once
         * @param above numbers up to this one are left out; the last of its thousand
         * @param most no thousand is begun after so many blocks
         */
        static SortedBlocks read(Connection connection, long above, int most) throws SQLException {
            SortedBlocks.Collecting collecting = new SortedBlocks.Collecting();
            int thousand = Thousand.of(above);
            try (PreparedStatement statement = connection.prepareStatement(PAGES)) {
                statement.setFetchSize(FETCH_ROWS);
                statement.setInt(1, thousand);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        int next = row.getInt(1);
                        if (next != thousand && collecting.count() >= most) {
                            return collecting.sorted(OptionalLong.of(Thousand.mobile(thousand, Thousand.NUMBERS - 1)));
                        }
                        thousand = next;
                        PackedBlocks blocks = collecting.of(row.getShort(2));
                        BlockPage.each(
                                thousand,
                                row.getBytes(3),
                                (mobile, block) -> blocks.add(PackedBlocks.pack(mobile, block)));
                    }
                }
            }
            return collecting.sorted(OptionalLong.empty());
        }
    }

    /**
     * Whether any process has a snapshot open: each shares an advisory lock, which PostgreSQL drops when the snapshot's
     * transaction, or the process, is gone.
     */
    static final class OpenSnapshots {

        private static final int LOCK_CLASS = 0x4A53;

        /** Said in the transaction of a snapshot. */
        static final String ACQUIRE_SHARED = "select pg_advisory_xact_lock_shared(" + LOCK_CLASS + ", 0)";

        private static final String NONE = "select pg_try_advisory_xact_lock(" + LOCK_CLASS + ", 0)";

        private OpenSnapshots() {}

        /**
         * Does something if there are none; whoever opens one waits.
         *
         * @return whether there were none
         */
        static boolean runIfNoneOpen(DataSource dataSource, Runnable work) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(NONE)) {
                    row.next();
                    boolean none = row.getBoolean(1);
                    if (none) {
                        work.run();
                    }
                    return none;
                } finally {
                    connection.rollback();
                }
            }
        }
    }

    /**
     * The registry's blocks at one revision, read under an access of their own and shown to those who have announced
     * theirs: several insurers' side by side.
     */
    public static final class RegistryBlocks {

        private final NumberAccessTemplate gate;
        private final BlockChunks chunks;

        RegistryBlocks(NumberAccessTemplate gate, BlockChunks chunks) {
            this.gate = gate;
            this.chunks = chunks;
        }

        /**
         * Tells the blocks of one insurer that are in force on a day or begin later, in order of numbers and lines.
         *
         * @param permit the access that was announced to tell this insurer
         * @param lines that it sells, in order; its own block of a number stands before the line's
         * @param day blocks that are over on this day are left out
         * @throws RegistryReadException if the database fails, or holds a block of days before 2000 or behind 2089
         */
        public void of(AccessPermit permit, List<LineParticipation> lines, LocalDate day, BlockSink sink) {
            each(permit, chunk -> chunk.forEachListed(lines, day, sink));
        }

        /**
         * Tells what insurers in these lines are told that have no blocks of their own, in order of numbers and lines.
         *
         * @param permit the access that was announced to tell one of them
         * @param day blocks that are over on this day are left out
         * @throws RegistryReadException if the database fails
         */
        public void shared(AccessPermit permit, List<BusinessLine> lines, LocalDate day, BlockSink sink) {
            each(permit, chunk -> chunk.forEachShared(lines, day, sink));
        }

        /**
         * The same of one line in parts, several at once: for what does not depend on the order.
         *
         * @param sinks makes one for each part, of which each gets calls from one thread
         */
        public void inParts(
                AccessPermit permit, BusinessLine line, LocalDate day, Supplier<? extends BlockSink> sinks) {
            each(permit, chunk -> chunk.forEachListedInParallel(line, day, sinks));
        }

        /**
         * Tells what an insurer's own blocks make different from what others in its lines are told, line by line.
         *
         * @param day blocks that are over on this day are none
         * @throws RegistryReadException if the database fails
         */
        public void differing(
                AccessPermit permit, List<LineParticipation> lines, LocalDate day, Consumer<BlockChange> consumer) {
            each(permit, chunk -> lines.forEach(line -> chunk.differing(line, day, consumer)));
        }

        /** What others have had read is an access all the same. */
        private void each(AccessPermit permit, Consumer<SortedBlocks> consumer) {
            gate.requireStarted(permit);
            chunks.forEachChunk(consumer);
        }
    }
}
