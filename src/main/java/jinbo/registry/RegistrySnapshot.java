package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.SharedAccess;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.registry.RegistryChanges.RegistryPeriod;
import jinbo.registry.RegistryChanges.TouchedNumber;
import jinbo.registry.RegistryChanges.TouchedNumbers;

/** The registry at one revision: an open transaction whose snapshot is exported to other transactions. */
public final class RegistrySnapshot implements AutoCloseable {

    /** Takes about a kilobyte of memory for each number. */
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
            // the transaction is idle while lists are made from its snapshot
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute(RegistrySnapshots.SHARE_LOCK);
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

    public long revision() {
        return revision;
    }

    /** All blocks of this snapshot; they are read when they are first needed. */
    public RegistryBlocks blocks(SharedAccess reading) {
        return new RegistryBlocks(
                gate,
                new BlockChunks(above -> reading.read(
                        permit -> inSnapshot(permit, connection -> ReadBlocks.read(connection, above, blocksAtOnce)),
                        SortedBlocks::count)));
    }

    /**
     * All changes from earlier moments to this snapshot; they are read when they are first needed. A block that is over
     * on {@code day} counts as absent.
     */
    public RegistryChanges changes(SharedAccess reading, LocalDate day) {
        return changes(reading, day, MOST_CHANGES);
    }

    RegistryChanges changes(SharedAccess reading, LocalDate day, int most) {
        return new RegistryChanges(
                gate,
                (period, consumer) -> reading.read(
                        permit -> inSnapshot(permit, connection -> touched(connection, period, consumer)),
                        numbers -> numbers),
                new RegistryMoment(revision, day),
                most);
    }

    private long touched(Connection connection, RegistryPeriod period, Consumer<TouchedNumber> consumer)
            throws SQLException {
        long numbers = 0;
        try (NumberHistoryCursor cursor =
                NumberHistoryCursor.ofTouched(connection, KnownInsurers.read(connection), new TouchedNumbers(period))) {
            while (cursor.mobile() != NumberHistoryCursor.END) {
                long mobile = cursor.mobile();
                consumer.accept(TouchedNumber.of(mobile, cursor.next(), period));
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
            // the pool discards a broken connection, and the snapshot ends with the connection
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

    static final class ReadBlocks {

        private static final String PAGES =
                "select thousand, scope, blocks from block_page where thousand > ? order by thousand, scope";

        private static final int FETCH_ROWS = 500;

        private ReadBlocks() {}

        /**
         * Reads the thousands after the thousand of the number {@code above}. Stops at the end of the thousand in which
         * {@code most} blocks are reached.
         */
        static SortedBlocks read(Connection connection, long above, int most) throws SQLException {
            SortedBlocks.Collecting collecting = new SortedBlocks.Collecting();
            int thousand = Thousand.of(above);
            try (PreparedStatement statement = NumberSql.prepare(connection, PAGES, thousand)) {
                statement.setFetchSize(FETCH_ROWS);
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
     * The registry's blocks at one revision. They are read under an access of this object, for several insurers at
     * once. Each caller must have begun an access of its own.
     */
    public static final class RegistryBlocks {

        private final NumberAccessTemplate gate;
        private final BlockChunks chunks;

        RegistryBlocks(NumberAccessTemplate gate, BlockChunks chunks) {
            this.gate = gate;
            this.chunks = chunks;
        }

        /**
         * Visits an insurer's blocks that are not over, sorted by number and line. The insurer's own blocks replace
         * those of the line.
         *
         * @throws RegistryReadException if the database fails, or a block has days before 2000 or after 2089
         */
        public void of(AccessPermit permit, List<LineParticipation> lines, LocalDate day, BlockSink sink) {
            each(permit, chunk -> chunk.forEachListed(lines, day, sink));
        }

        /**
         * Visits the blocks of the lines themselves that are not over, sorted by number and line. They count for all
         * insurers without blocks of their own.
         */
        public void shared(AccessPermit permit, List<BusinessLine> lines, LocalDate day, BlockSink sink) {
            each(permit, chunk -> chunk.forEachShared(lines, day, sink));
        }

        /** Visits the blocks of one line itself in parallel, in any order. Each thread uses its own sink. */
        public void inParts(
                AccessPermit permit, BusinessLine line, LocalDate day, Supplier<? extends BlockSink> sinks) {
            each(permit, chunk -> chunk.forEachSharedInParallel(line, day, sinks));
        }

        /** Visits the differences between an insurer's blocks and those of the lines themselves, line by line. */
        public void differing(
                AccessPermit permit, List<LineParticipation> lines, LocalDate day, Consumer<BlockChange> consumer) {
            each(permit, chunk -> lines.forEach(line -> chunk.differing(line, day, consumer)));
        }

        /** Requires a permit also for blocks that were already read for another insurer. */
        private void each(AccessPermit permit, Consumer<SortedBlocks> consumer) {
            gate.requireStarted(permit);
            chunks.forEachChunk(consumer);
        }
    }

    /**
     * The registry's blocks sorted by number, in chunks that fit into memory. If all blocks fit into one chunk, it is
     * read once and shared by all callers. Otherwise each caller reads all chunks again, one caller at a time.
     */
    static final class BlockChunks {

        private final LongFunction<SortedBlocks> reader;
        private long keptAbove = -1;
        private Optional<SortedBlocks> kept = Optional.empty();

        BlockChunks(LongFunction<SortedBlocks> reader) {
            this.reader = reader;
        }

        void forEachChunk(Consumer<SortedBlocks> consumer) {
            Optional<SortedBlocks> all = all();
            all.ifPresentOrElse(consumer, () -> eachStripe(consumer));
        }

        private synchronized Optional<SortedBlocks> all() {
            if (keptAbove != 0 && keptAbove != -1) {
                return Optional.empty();
            }
            SortedBlocks first = above(0);
            return first.continuesAfter().isEmpty() ? Optional.of(first) : Optional.empty();
        }

        private synchronized void eachStripe(Consumer<SortedBlocks> consumer) {
            OptionalLong next = OptionalLong.of(0);
            while (next.isPresent()) {
                next = show(above(next.getAsLong()), consumer);
            }
        }

        private static OptionalLong show(SortedBlocks stripe, Consumer<SortedBlocks> consumer) {
            consumer.accept(stripe);
            return stripe.continuesAfter();
        }

        private SortedBlocks above(long mobile) {
            if (keptAbove != mobile) {
                // release the old chunk before the new one is read
                kept = Optional.empty();
                keptAbove = -1;
                kept = Optional.of(reader.apply(mobile));
                keptAbove = mobile;
            }
            return kept.orElseThrow();
        }
    }
}
