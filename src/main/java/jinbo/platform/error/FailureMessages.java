package jinbo.platform.error;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Describes failures for logs without the texts of databases and libraries, which may quote data. */
public final class FailureMessages {

    private static final String OWN_PACKAGE = "jinbo.";

    private static final String DISK_FULL = "53100";

    private FailureMessages() {}

    /** Returns a message about a full disk, or the innermost {@link Coded} message, or the type of the failure. */
    public static String cause(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (chain.stream()
                .anyMatch(cause -> cause instanceof SQLException refused && DISK_FULL.equals(refused.getSQLState()))) {
            return "the disk of the database is full; free disk space and run again";
        }
        return chain.stream()
                .filter(cause -> cause.getClass().getName().startsWith(OWN_PACKAGE) && cause.getMessage() != null)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .orElseGet(() -> typeOf(failure));
    }

    /** The exceptions from the failure to its root. Includes the exception that a failed rollback hides. */
    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(
                        failure,
                        Objects::nonNull,
                        cause -> cause instanceof TransactionSystemException rollback
                                        && rollback.getApplicationException() != null
                                ? rollback.getApplicationException()
                                : cause.getCause())
                .toList();
    }

    private static String typeOf(Throwable failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            return "the database failed (" + failure.getClass().getSimpleName() + "); see the log and run again";
        }
        return failure.getClass().getSimpleName() + "; see the log and run again";
    }
}
