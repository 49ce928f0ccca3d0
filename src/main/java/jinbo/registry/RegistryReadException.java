package jinbo.registry;

import java.sql.SQLException;

/** The database failed while the registry was read. Carries the SQL state, never the server's text. */
public final class RegistryReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryReadException(String object, SQLException cause) {
        super("The registry could not be read for " + object + " (SQL state " + cause.getSQLState()
                + "); check the database and run again");
    }
}
