package jinbo.registry;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.Term;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes the complaints of one batch, a part at a time and each by rising number, and afterwards, under the registry
 * lock, brings the blocks up to date with them.
 */
final class WriteComplaints {

    private final DataSource dataSource;
    private final AppendBatch append;
    private final AccessPermit permit;
    private final long batchId;
    private final ComplaintBatch batch;
    private final ComplaintScopes scopes;
    private final Map<Term, Integer> expiresOn = new EnumMap<>(Term.class);
    private Optional<StoredComplaints> written = Optional.empty();

    WriteComplaints(
            DataSource dataSource,
            AppendBatch append,
            AccessPermit permit,
            long batchId,
            ComplaintBatch batch,
            ComplaintScopes scopes) {
        this.dataSource = dataSource;
        this.append = append;
        this.permit = permit;
        this.batchId = batchId;
        this.batch = batch;
        this.scopes = scopes;
        for (Term term : Term.values()) {
            expiresOn.put(term, PackedInterval.day(term.end(batch.effectiveOn())));
        }
    }

    long batchId() {
        return batchId;
    }

    /** @param part sorted */
    void write(SortedComplaints part) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        append.withNumberAccess(permit, () -> copy(connection, part));
    }

    private void copy(Connection connection, SortedComplaints part) {
        RegistrationPageWriter pages =
                new RegistrationPageWriter(connection, batchId, PackedInterval.day(batch.effectiveOn()));
        for (int i = 0; i < part.size(); i++) {
            pages.add(
                    part.mobile(i),
                    part.line(i),
                    part.complainedOn(i),
                    expiresOn.get(part.term(i)),
                    part.complaint(i),
                    scopes.scope(part.target(i)));
        }
        pages.flush();
    }

    /** Has the database sort all that was written, so that it only needs to be fetched under the registry lock. */
    void sortStored(int mostAtOnce) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        append.withNumberAccess(permit, () -> {
            try {
                written = Optional.of(new StoredComplaints(connection, batchId, expiresOn, scopes, mostAtOnce));
            } catch (SQLException e) {
                throw new RegistryReadException("the complaints of an upload", e);
            }
        });
    }

    void foldStored(FoldComplaints folding, long revision) {
        try (StoredComplaints parts = written.orElseThrow()) {
            while (parts.next()) {
                fold(folding, parts, revision);
            }
        } catch (SQLException e) {
            throw new RegistryReadException("the complaints of an upload", e);
        }
    }

    void fold(FoldComplaints folding, ComplaintsByThousand part, long revision) {
        try {
            folding.fold(DataSourceUtils.getConnection(dataSource), part, revision);
        } catch (SQLException e) {
            throw new RegistryReadException("the blocks of an upload", e);
        }
    }

    /**
     * Reads the complaints of one batch back from their pages, however many they are, a part at a time. The database
     * has sorted all of them before the constructor returns, so that who takes a lock afterwards holds it only while
     * they are fetched.
     */
    static final class StoredComplaints implements ComplaintsByThousand, AutoCloseable {

        /**
         * With {@code offset 0} PostgreSQL finds the batch by its index, also where it guesses wrongly how much there
         * is of it.
         */
        private static final String PAGES = """
            select thousand, places, registrations
            from (select thousand, places, registrations from registration_page where batch = ? offset 0) page
            order by thousand
            """;

        private static final int FETCH_PAGES = 2_000;
        private static final int TERM_BITS = 2;
        private static final Term[] TERMS = Term.values();

        private final PreparedStatement statement;
        private final ResultSet pages;
        private final Map<Integer, Term> terms = new HashMap<>();
        private final ComplaintScopes scopes;
        private final int most;

        /** The number above, and below it the target and the term. */
        private final long[] complaints;

        private int size;

        /**
         * @param connection in a transaction, with the gate to the numbers open
         * @param expiresOn on which day a block of each term ends, in days since 2000
         * @param scopes whom the complaints can be meant for
         * @param most how many a part has, but for the rest of a page
         */
        StoredComplaints(
                Connection connection, long batch, Map<Term, Integer> expiresOn, ComplaintScopes scopes, int most)
                throws SQLException {
            expiresOn.forEach((term, day) -> terms.put(day, term));
            this.scopes = scopes;
            this.most = most;
            this.complaints = new long[most + RegistrationPageWriter.MAX_REGISTRATIONS];
            this.statement = connection.prepareStatement(PAGES);
            statement.setFetchSize(FETCH_PAGES);
            statement.setLong(1, batch);
            this.pages = statement.executeQuery();
        }

        /** Goes on to the next part; false if there is none. */
        boolean next() throws SQLException {
            size = 0;
            while (size < most && pages.next()) {
                add(pages.getInt(1), ByteBuffer.wrap(pages.getBytes(2)), ByteBuffer.wrap(pages.getBytes(3)));
            }
            return size > 0;
        }

        private void add(int thousand, ByteBuffer places, ByteBuffer registrations) {
            int of = places.capacity() / RegistrationPageWriter.PLACE_BYTES;
            for (int registration = 0; registration < of; registration++) {
                long mobile = Thousand.mobile(thousand, RegistrationPageWriter.place(places, registration));
                int target = scopes.indexOf(RegistrationPageWriter.scope(registrations, registration));
                int term = terms.get(RegistrationPageWriter.expiresOn(registrations, registration))
                        .ordinal();
                complaints[size] = (mobile << ComplaintScopes.BITS | target) << TERM_BITS | term;
                size++;
            }
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long mobile(int at) {
            return complaints[at] >>> TERM_BITS + ComplaintScopes.BITS;
        }

        @Override
        public Term term(int at) {
            return TERMS[(int) complaints[at] & (1 << TERM_BITS) - 1];
        }

        @Override
        public int target(int at) {
            return (int) (complaints[at] >>> TERM_BITS) & (1 << ComplaintScopes.BITS) - 1;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
