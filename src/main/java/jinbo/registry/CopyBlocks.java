package jinbo.registry;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import jinbo.bulk.BrokenCopy;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads blocks of a snapshot: all at once, or from a number on as many as memory is to hold. They come packed as {@link PackedBlocks}
 * holds them, a million or so in an array for each scope: a message for each row costs both sides more than all the rest.
 *
 * <p>Formats: <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, "Binary Format"</a>, and in it what
 * {@code array_send} writes; PostgreSQL sorts slower than this program does, so where it can be spared it is not asked to.
 */
final class CopyBlocks {

    private static final String FITS = """
            effective_on >= date '2000-01-01' and effective_on < date '2089-09-18'
            and expires_on >= date '2000-01-01' and expires_on < date '2089-09-18'
            """;

    private static final String PACKED = """
            copy (select scope, array_agg(case when %s then
                      ((mobile - 13000000000) << 30) | ((effective_on - date '2000-01-01')::bigint << 15)
                      | (expires_on - date '2000-01-01')::bigint else -1 end)
                  from %s group by scope) to stdout with (format binary)
            """;

    private static final String BY_PAGES = "block where ctid >= '(%d,0)' and ctid < '(%d,0)'";

    private static final String BY_NUMBER =
            "(select * from block where mobile > %d order by mobile fetch first %d rows with ties) b";

    private static final String MISFIT = "select effective_on, expires_on from block where not (" + FITS + ") limit 1";

    private static final String PAGES = "select pg_relation_size('block') / current_setting('block_size')::int";

    /** More rows than that, of 56 bytes at least, no page of 8,192 bytes has. */
    private static final int MOST_IN_PAGE = 146;

    private static final int PAGES_AT_ONCE = 1 << 13;
    private static final int ROWS_AT_ONCE = 1 << 20;

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final short END = -1;

    /** What stands in an array of one dimension before its elements; then each comes behind its length. */
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;

    private static final int ELEMENT = Integer.BYTES + Long.BYTES;

    private final Connection connection;
    private final SortedBlocks.Collecting collecting = new SortedBlocks.Collecting();
    private boolean misfit;

    private CopyBlocks(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads.
     *
     * @param above numbers up to this one are left out
     * @param most so many blocks, and as many more as the last number has
     * @throws RegistryReadException if a ban has a day that cannot be packed
     */
    static SortedBlocks read(Connection connection, long above, int most) throws SQLException {
        CopyBlocks copy = new CopyBlocks(connection);
        long pages = copy.pages();
        if (above == 0 && pages * MOST_IN_PAGE < most) {
            copy.all(pages);
            return copy.collecting.sorted(Long.MAX_VALUE);
        }
        copy.some(above, most);
        return copy.collecting.sorted(most);
    }

    /** What is written behind the pages that there are now the snapshot does not show. */
    private void all(long pages) throws SQLException {
        for (long page = 0; page < pages; page += PAGES_AT_ONCE) {
            copy(BY_PAGES.formatted(page, page + PAGES_AT_ONCE));
        }
    }

    private void some(long above, int most) throws SQLException {
        long from = above;
        boolean more = true;
        while (more && collecting.count() < most) {
            long before = collecting.count();
            long asked = Math.min(ROWS_AT_ONCE, most - before);
            copy(BY_NUMBER.formatted(from, asked));
            more = collecting.count() - before >= asked;
            from = collecting.highest();
        }
    }

    private long pages() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PAGES)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void copy(String from) throws SQLException {
        boolean whole = false;
        try {
            readAll(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(PACKED.formatted(FITS, from)));
            whole = true;
        } finally {
            if (!whole) {
                // the driver would wait without end for a copy that nobody reads on
                BrokenCopy.abandon(connection);
            }
        }
        if (misfit) {
            throw misfit();
        }
    }

    private void readAll(CopyOut copy) throws SQLException {
        boolean atStart = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            ByteBuffer rows = ByteBuffer.wrap(message);
            if (atStart) {
                atStart = false;
                rows.position(SIGNATURE_AND_FLAGS);
                int extension = rows.getInt();
                rows.position(rows.position() + extension);
            }
            while (rows.hasRemaining() && rows.getShort() != END) {
                readRow(rows);
            }
        }
    }

    /** Each value comes behind its length. */
    private void readRow(ByteBuffer rows) {
        rows.getInt();
        PackedBlocks blocks = collecting.of(rows.getShort());
        int end = rows.getInt() + rows.position();
        for (int at = rows.position() + ARRAY_HEADER; at < end; at += ELEMENT) {
            long block = rows.getLong(at + Integer.BYTES);
            misfit |= block < 0;
            blocks.add(block);
        }
        rows.position(end);
    }

    private RegistryReadException misfit() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MISFIT)) {
            row.next();
            return new RegistryReadException(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
        }
    }
}
