package jinbo.registry;

import java.sql.SQLException;
import java.time.LocalDate;

/** The registry cannot be read. The message contains neither the server's text nor a number. */
public final class RegistryReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryReadException(String object, SQLException cause) {
        super("The registry could not be read for " + object + " (SQL state " + cause.getSQLState()
                + "); check the database and run again");
    }

    /** The days of a block are outside the range of lists. */
    RegistryReadException(LocalDate effectiveOn, LocalDate expiresOn) {
        super("A block from " + effectiveOn + " until " + expiresOn
                + " cannot be told, for lists tell those from 2000 to 2089: check the calendar and the clock");
    }
}
