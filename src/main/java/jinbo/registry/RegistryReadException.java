package jinbo.registry;

import java.sql.SQLException;
import java.time.LocalDate;

/** The registry could not be read: the database failed, or holds what cannot be told. Never the server's text, nor a number. */
public final class RegistryReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryReadException(String object, SQLException cause) {
        super("The registry could not be read for " + object + " (SQL state " + cause.getSQLState()
                + "); check the database and run again");
    }

    /** A block that no list can tell. */
    RegistryReadException(LocalDate effectiveOn, LocalDate expiresOn) {
        super("A block from " + effectiveOn + " until " + expiresOn
                + " cannot be told, for lists tell those from 2000 to 2089: check the calendar and the clock");
    }
}
