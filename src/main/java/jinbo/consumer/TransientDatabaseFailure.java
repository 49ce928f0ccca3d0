package jinbo.consumer;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Distinguishes temporary database failures from programming errors. */
public final class TransientDatabaseFailure {

    /** PostgreSQL's codes for failures of connection, resources, shutdown, disk, and of a read-only server (25006). */
    private static final Pattern FOR_A_WHILE = Pattern.compile("(08|53|58)...|57P..|25006");

    private TransientDatabaseFailure() {}

    /** Returns the reason; empty if the failure is not temporary. */
    public static Optional<String> of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException) {
                return Optional.of("no connection to the database is free");
            }
            if (cause instanceof SQLException sql && isForAWhile(sql)) {
                return Optional.of("the database accepts no work at present (" + sql.getSQLState() + ")");
            }
        }
        return Optional.empty();
    }

    private static boolean isForAWhile(SQLException refused) {
        return Optional.ofNullable(refused.getSQLState())
                .filter(state -> FOR_A_WHILE.matcher(state).matches())
                .isPresent();
    }
}
