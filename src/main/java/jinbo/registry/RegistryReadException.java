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

    /** A ban that no list can tell. */
    RegistryReadException(LocalDate effectiveOn, LocalDate expiresOn) {
        super("The registry holds a ban from " + effectiveOn + " until " + expiresOn
                + ", and lists tell those from 2000 to 2089: find the block with \"registry verify\", and mend it");
    }
}
