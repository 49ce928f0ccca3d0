package jinbo.platform.copy;

import java.sql.SQLException;

/**
 * PostgreSQL refused bulk rows, or the line to it broke. Carries the command and the SQL state, never the server's text,
 * which quotes the row.
 */
public final class BulkWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL's documentation, appendix A, "PostgreSQL Error Codes". */
    private static final String DISK_FULL = "53100";

    private final String sqlState;

    BulkWriteException(String command, SQLException refused) {
        super(said(command, String.valueOf(refused.getSQLState())));
        this.sqlState = String.valueOf(refused.getSQLState());
    }

    /** Class 08 of the states is about the connection (PostgreSQL, appendix A). */
    private static String said(String command, String state) {
        if (state.equals(DISK_FULL)) {
            return "the disk of the database is full; make room on it and run again";
        }
        String of = "\"" + command + "\" with SQL state " + state;
        return state.startsWith("08")
                ? "the line to PostgreSQL broke or fell silent during " + of + "; run again when it is there"
                : "PostgreSQL refused rows of " + of;
    }

    /** The five-character SQL state that the server gave. */
    public String sqlState() {
        return sqlState;
    }
}
