package jinbo.platform.copy;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Ends a connection on which a COPY did not come to its end. Neither side can be sure what the other still has under way:
 * what the next statement reads as its answer might be rows. A pool that gets such a connection back throws it away.
 */
public final class BrokenCopyConnection {

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
