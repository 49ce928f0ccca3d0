package jinbo.registry;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.accesslog.RegistrationDigest;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * Complaints of one upload that do not count yet. They are held in memory or, if there are too many, written in the
 * caller's transaction. They count as soon as {@link Registry#merge} has given them a revision and the transaction has
 * committed.
 */
public final class StagedComplaints {

    private final AppendBatch append;
    private final AccessPermit permit;
    private final long batchId;
    private final ComplaintBatch batch;
    private final ComplaintScopes scopes;
    private final RegistrationDigest digest;
    private final SortedComplaints rows;
    private final int inMemory;
    private final int effectiveOn;
    /** The first day after the block for each term, in days since 2000-01-01. */
    private final Map<Term, Integer> expiresOn = new EnumMap<>(Term.class);

    private Optional<StoredComplaints> stored = Optional.empty();
    private long count;

    /** @param inMemory how many complaints are held before they are written */
    StagedComplaints(
            AppendBatch append, AccessPermit permit, ComplaintBatch batch, ComplaintScopes scopes, int inMemory) {
        this.append = append;
        this.permit = permit;
        this.batchId = append.nextId();
        this.batch = batch;
        this.scopes = scopes;
        this.digest = append.digest(batch.registeredOn());
        this.rows = new SortedComplaints(inMemory);
        this.inMemory = inMemory;
        this.effectiveOn = PackedInterval.day(batch.effectiveOn());
        for (Term term : Term.values()) {
            expiresOn.put(term, PackedInterval.day(term.end(batch.effectiveOn())));
        }
    }

    /** @param business the line of business; empty for all lines of the batch */
    public void add(
            int line,
            Mobile mobile,
            ComplaintType complaintType,
            LocalDate complainedOn,
            Optional<LineCode> business,
            UploadScope scope,
            Term term) {
        int target = scopes.index(business, scope);
        digest.add(
                line,
                mobile.value(),
                scopes.scope(target),
                (short) complaintType.ordinal(),
                complainedOn.toEpochDay(),
                PackedInterval.FIRST_DAY + effectiveOn,
                PackedInterval.FIRST_DAY + expiresOn.get(term));
        rows.add(line, mobile.value(), complaintType, complainedOn, target, term);
        count++;
        if (rows.isFull()) {
            write();
            rows.clear();
        }
    }

    public long count() {
        return count;
    }

    public LocalDate effectiveOn() {
        return batch.effectiveOn();
    }

    /**
     * Writes the complaints that are still only in memory, and sorts all complaints, so that under the registry lock
     * only {@link #fold} remains to be done.
     */
    void complete() {
        boolean allInMemory = rows.size() == count;
        write();
        if (!allInMemory) {
            rows.clear();
            append.withNumberAccess(permit, this::sortStored);
        }
    }

    /** Applies the complaints to the blocks. The gate must be open and the registry lock must be held. */
    void fold(FoldComplaints folding, long revision) {
        if (rows.size() == count) {
            fold(folding, rows, revision);
            return;
        }
        try (StoredComplaints parts = stored.orElseThrow()) {
            while (parts.next()) {
                fold(folding, parts, revision);
            }
        } catch (SQLException e) {
            throw new RegistryReadException("the complaints of an upload", e);
        }
    }

    /** Call this under the registry lock, so that an upload staged during a succession blocks the successor. */
    FoldComplaints newFold() {
        try {
            return new FoldComplaints(batch, scopes, KnownInsurers.read(append.connection()));
        } catch (SQLException e) {
            throw new RegistryReadException("the successions of insurers", e);
        }
    }

    ComplaintBatch batch() {
        return batch;
    }

    void append(long revision) {
        append.append(batchId, revision, NewBatch.of(batch), count);
    }

    /** Returns the batch with its digest. Call this once, at the end. */
    CommittedBatch committed(long revision) {
        LoggedRegistrations vouched = new LoggedRegistrations(batchId, revision, count, digest.hex());
        return new CommittedBatch(revision, count, Optional.of(vouched));
    }

    private void fold(FoldComplaints folding, FoldComplaints.Part part, long revision) {
        try {
            folding.fold(append.connection(), part, revision);
        } catch (SQLException e) {
            throw new RegistryReadException("the blocks of an upload", e);
        }
    }

    private void write() {
        if (rows.size() > 0) {
            rows.sort();
            append.withNumberAccess(permit, this::copy);
        }
    }

    private void copy() {
        RegistrationPageWriter pages = new RegistrationPageWriter(append.connection(), batchId, effectiveOn);
        for (int i = 0; i < rows.size(); i++) {
            pages.add(
                    rows.mobile(i),
                    rows.row(i),
                    rows.complainedOn(i),
                    expiresOn.get(rows.term(i)),
                    rows.complaint(i),
                    scopes.scope(rows.target(i)));
        }
        pages.flush();
    }

    private void sortStored() {
        try {
            stored = Optional.of(new StoredComplaints(append.connection(), batchId, expiresOn, scopes, inMemory));
        } catch (SQLException e) {
            throw new RegistryReadException("the complaints of an upload", e);
        }
    }

    /**
     * Reads written complaints back in parts. The constructor lets the database sort them, so that a lock that is taken
     * after it is held only while they are fetched.
     */
    private static final class StoredComplaints implements FoldComplaints.Part, AutoCloseable {

        /** With {@code offset 0} PostgreSQL finds the batch by index, whatever number of rows it estimates. */
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
        private final int max;

        /** For each complaint the phone number in the high bits, then the target (index of the scope) and the term. */
        private final long[] complaints;

        private int size;

        StoredComplaints(
                Connection connection, long batch, Map<Term, Integer> expiresOn, ComplaintScopes scopes, int max)
                throws SQLException {
            expiresOn.forEach((term, day) -> terms.put(day, term));
            this.scopes = scopes;
            this.max = max;
            this.complaints = new long[max + RegistrationPageWriter.MAX_REGISTRATIONS];
            this.statement = NumberSql.prepare(connection, PAGES, batch);
            statement.setFetchSize(FETCH_PAGES);
            this.pages = statement.executeQuery();
        }

        /** Advances to the next part; false at the end. */
        boolean next() throws SQLException {
            size = 0;
            while (size < max && pages.next()) {
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
