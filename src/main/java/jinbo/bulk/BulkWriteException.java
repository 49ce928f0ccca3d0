package jinbo.bulk;

import java.sql.SQLException;

/**
 * PostgreSQL refused bulk rows. Carries the command and the SQL state, never the server's text, which quotes the row.
 */
public final class BulkWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    BulkWriteException(String command, SQLException refused) {
        super("PostgreSQL refused rows of \"" + command + "\" with SQL state " + refused.getSQLState());
        this.sqlState = String.valueOf(refused.getSQLState());
    }

    /** The five-character SQL state that the server gave. */
    public String sqlState() {
        return sqlState;
    }
}
