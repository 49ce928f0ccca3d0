package jinbo.consumer;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that takes nothing for a while from a fault of the program: who comes back later may be served. */
public final class TransientDatabaseFailure {

    /**
     * PostgreSQL's documentation, appendix A: no connection, no room or other resources, a server that ends or starts, its disk fails; and
     * 25006, which one tells that is read only, because it is a standby or somebody has made it so.
     */
    private static final Pattern FOR_A_WHILE = Pattern.compile("(08|53|58)...|57P..|25006");

    private TransientDatabaseFailure() {}

    /** Empty if it is none of that. */
    public static Optional<String> of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException) {
                return Optional.of("no connection to the database is free");
            }
            if (cause instanceof SQLException sql && isForAWhile(sql)) {
                return Optional.of("the database takes nothing now (" + sql.getSQLState() + ")");
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
