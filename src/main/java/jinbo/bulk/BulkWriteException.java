package jinbo.bulk;

import java.sql.SQLException;

/**
 * PostgreSQL refused bulk rows. Carries the command and the SQL state, never the server's text, which quotes the row.
 */
public final class BulkWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL's documentation, appendix A, "PostgreSQL Error Codes". */
    private static final String DISK_FULL = "53100";

    private final String sqlState;

    BulkWriteException(String command, SQLException refused) {
        super(
                DISK_FULL.equals(refused.getSQLState())
                        ? "the disk of the database is full; make room on it and run again"
                        : "PostgreSQL refused rows of \"" + command + "\" with SQL state " + refused.getSQLState());
        this.sqlState = String.valueOf(refused.getSQLState());
    }

    /** The five-character SQL state that the server gave. */
    public String sqlState() {
        return sqlState;
    }
}
