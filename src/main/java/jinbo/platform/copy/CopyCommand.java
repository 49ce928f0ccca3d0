package jinbo.platform.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One COPY into a table, sent as often as there are rows for it, on the connection (and so in the transaction) of the caller. */
record CopyCommand(Connection connection, String command) {

    /**
     * Sends.
     *
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
}
