package jinbo.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import jinbo.insurer.Sector;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;

/** All acts in order of the numbers, and of one number in order of revision. Reads by cursor: memory does not grow. */
final class ActsByNumber implements AutoCloseable {

    static final int FETCH_ROWS = 10_000;
    /** Past every number. */
    static final long END = Long.MAX_VALUE;

    /** A batch without revision, which only somebody who writes past the program can bring about, comes last. */
    private static final String ACTS = """
            select r.mobile, r.scope, b.sector, r.effective_on, r.expires_on, b.registered_on,
                   coalesce(b.revision, 9223372036854775807), r.line
            from registration r join act_batch b on b.id = r.batch
            order by r.mobile, 7, r.line
            """;

    private final ResultSet acts;
    private final Watcher watcher;
    private long mobile;
    private long done;

    /** Sees the acts go by. */
    interface Watcher {
        /**
         * An act is about to be folded.
         *
         * @param blocks the number's blocks as the acts before it made them
         * @param revision the act's
         */
        void before(long mobile, DerivedBlocks blocks, long revision);

        /** All acts of a number are folded. */
        void after(long mobile, DerivedBlocks blocks);

        /** So many acts have gone by. */
        void acts(long done);
    }

    /**
     * What the acts of a number were like.
     *
     * @param place where the last one stands
     * @param possible whether each ended after it began
     */
    record Folded(String place, boolean possible) {}

    /** @param connection in a transaction, else the driver would fetch all rows at once */
    ActsByNumber(Connection connection, Watcher watcher) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(FETCH_ROWS);
        this.acts = statement.executeQuery(ACTS);
        this.watcher = watcher;
        advance();
    }

    /** The number whose acts come next; {@link #END} if there is none. */
    long mobile() {
        return mobile;
    }

    /** Folds all acts of {@link #mobile} and goes on to the next number. */
    Folded fold(DerivedBlocks blocks) throws SQLException {
        long of = mobile;
        boolean possible = true;
        String place = "";
        while (mobile == of) {
            long revision = acts.getLong(7);
            watcher.before(of, blocks, revision);
            LocalDate effectiveOn = acts.getObject(4, LocalDate.class);
            LocalDate expiresOn = acts.getObject(5, LocalDate.class);
            Optional<Sector> sector = sector(acts.getString(3));
            if (sector.isEmpty() || expiresOn.isBefore(effectiveOn)) {
                possible = false;
            } else {
                blocks.complaint(
                        acts.getShort(2),
                        sector.get(),
                        new Interval(effectiveOn, expiresOn),
                        acts.getObject(6, LocalDate.class));
            }
            place = "revision " + revision + ", line " + acts.getInt(8);
            advance();
        }
        watcher.after(of, blocks);
        return new Folded(place, possible);
    }

    @Override
    public void close() throws SQLException {
        acts.getStatement().close();
    }

    /** Empty for a word that only somebody who writes past the program can bring about. */
    private static Optional<Sector> sector(String word) {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.name().equals(word))
                .findFirst();
    }

    private void advance() throws SQLException {
        mobile = acts.next() ? acts.getLong(1) : END;
        done++;
        if (done % FETCH_ROWS == 0 || mobile == END) {
            watcher.acts(done - 1);
        }
    }
}
