package jinbo.platform.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One COPY into a table, sent as often as there are rows for it, on the connection (and so in the transaction) of the caller. */
record CopyCommand(Connection connection, String command) {

    /**
     * @throws BulkWriteException if the server refuses the rows; the connection is then closed for good, because its
     *     protocol state is not to be trusted after a failed COPY
     */
    void send(byte[] rows, int length) {
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
            copy.writeToCopy(rows, 0, length);
            copy.endCopy();
        } catch (SQLException e) {
            BrokenCopyConnection.abandon(connection);
            throw new BulkWriteException(command, e);
        }
    }

    /**
     * Ends a connection on which a COPY did not come to its end. Neither side can be sure what the other still has under way:
     * what the next statement reads as its answer might be rows. A pool that gets such a connection back throws it away.
     */
    public static final class BrokenCopyConnection {

        private BrokenCopyConnection() {}

        /** Closes the connection for good, without another word to the server. */
        public static void abandon(Connection connection) {
            try {
                connection.unwrap(Connection.class).abort(Runnable::run);
            } catch (SQLException ignored) {
                // it is already closed, which is what is wanted
            }
        }
    }

    /**
     * PostgreSQL refused bulk rows, or the line to it broke. Carries the command and the SQL state, never the server's text,
     * which quotes the row.
     */
    public static final class BulkWriteException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** PostgreSQL's documentation, appendix A, "PostgreSQL Error Codes". */
        private static final String DISK_FULL = "53100";

        private final String sqlState;

        BulkWriteException(String command, SQLException refused) {
            super(said(command, String.valueOf(refused.getSQLState())));
            this.sqlState = String.valueOf(refused.getSQLState());
        }

        /** Class 08 of the states is about the connection (PostgreSQL, appendix A). */
        private static String said(String command, String state) {
            if (state.equals(DISK_FULL)) {
                return "the disk of the database is full; free disk space and run again";
            }
            String of = "\"" + command + "\" with SQL state " + state;
            return state.startsWith("08")
                    ? "the connection to PostgreSQL was lost during " + of + "; run again when it is available"
                    : "PostgreSQL refused rows of " + of;
        }

        public String sqlState() {
            return sqlState;
        }
    }
}
