package jinbo.registry;

import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The registry cannot be read, or it has a block that lists cannot represent. The message contains neither the database
 * server's text, which may quote data, nor a phone number.
 */
public final class RegistryReadException extends RuntimeException {

    RegistryReadException(String object, SQLException cause) {
        super(
                "The registry could not be read for " + object + " (SQL state " + cause.getSQLState()
                        + "); check the database and run again",
                new SQLException("", cause.getSQLState()));
    }

    /** For a block with a day outside the range that lists can represent. */
    RegistryReadException(LocalDate effectiveOn, LocalDate expiresOn) {
        super("A block from " + effectiveOn + " until " + expiresOn
                + " is outside the years 2000 to 2089, which lists can represent; check the calendar and the clock");
    }
}
