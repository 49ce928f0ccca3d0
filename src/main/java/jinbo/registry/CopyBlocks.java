package jinbo.registry;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import jinbo.bulk.BrokenCopy;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads blocks of a snapshot: all at once, or from a number on as many as memory is to hold.
 *
 * <p>Format: <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, "Binary Format"</a>; PostgreSQL sorts slower than this
 * program does, so it is not asked to.
 */
final class CopyBlocks {

    private static final String ALL = """
            copy (select mobile, scope, effective_on, expires_on from block) to stdout with (format binary)
            """;

    private static final String SOME = """
            copy (select mobile, scope, effective_on, expires_on from block where mobile > %d
                  order by mobile fetch first %d rows with ties) to stdout with (format binary)
            """;

    private static final String BYTES = "select pg_relation_size('block')";

    /** What a row takes on the disk at least: its header, its columns with their padding. */
    private static final int ROW_BYTES = 56;

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final short END = -1;

    private CopyBlocks() {}

    /**
     * Reads.
     *
     * @param above numbers up to this one are left out
     * @param most so many blocks, and as many more as the last number has
     */
    static SortedBlocks read(Connection connection, long above, int most) throws SQLException {
        boolean all = above == 0 && atMost(connection) < most;
        SortedBlocks.Collecting collecting = new SortedBlocks.Collecting();
        boolean whole = false;
        try {
            CopyOut copy =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(all ? ALL : SOME.formatted(above, most));
            readAll(copy, collecting);
            whole = true;
        } finally {
            if (!whole) {
                // the driver would wait without end for a copy that nobody reads on
                BrokenCopy.abandon(connection);
            }
        }
        return collecting.sorted(all ? Long.MAX_VALUE : most);
    }

    /** There are no more rows than that. */
    private static long atMost(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BYTES)) {
            row.next();
            return row.getLong(1) / ROW_BYTES;
        }
    }

    private static void readAll(CopyOut copy, SortedBlocks.Collecting collecting) throws SQLException {
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
                readRow(rows, collecting);
            }
        }
    }

    /** Each value comes behind its length, which its type has told. */
    private static void readRow(ByteBuffer rows, SortedBlocks.Collecting collecting) {
        rows.getInt();
        long mobile = rows.getLong();
        rows.getInt();
        short scope = rows.getShort();
        rows.getInt();
        int effectiveOn = rows.getInt();
        rows.getInt();
        int expiresOn = rows.getInt();
        collecting.add(mobile, scope, effectiveOn, expiresOn);
    }
}
