package jinbo.platform.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;

/** Sends rows to PostgreSQL by the command COPY. */
record CopyCommand(Connection connection, String command) {

    void send(byte[] rows, int length) {
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
            copy.writeToCopy(rows, 0, length);
            copy.endCopy();
        } catch (SQLException e) {
            if (!isRefusal(e)) {
                abort();
            }
            throw new BulkWriteException(command, e);
        }
    }

    /** Whether the server has refused the rows and waits for the next command, by which the caller rolls back. */
    private static boolean isRefusal(SQLException failure) {
        return failure instanceof PSQLException refusal && refusal.getServerErrorMessage() != null;
    }

    /** Aborts the connection, so that a pool discards it: its protocol state is unknown without an answer. */
    private void abort() {
        try {
            connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException ignored) {
            // already closed
        }
    }

    /** PostgreSQL refused rows, or the connection broke. The message omits the server's text, which quotes a row. */
    public static final class BulkWriteException extends RuntimeException {

        private static final String DISK_FULL = "53100";

        BulkWriteException(String command, SQLException refused) {
            super(message(command, String.valueOf(refused.getSQLState())));
        }

        /** The codes are those of PostgreSQL's appendix A; class 08 concerns the connection. */
        private static String message(String command, String state) {
            if (state.equals(DISK_FULL)) {
                return "the disk of the database is full; free disk space and run again";
            }
            String of = "\"" + command + "\" with SQL state " + state;
            return state.startsWith("08")
                    ? "the connection to PostgreSQL was lost during " + of + "; run again when it is available"
                    : "PostgreSQL refused rows of " + of;
        }
    }
}
