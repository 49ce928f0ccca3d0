package jinbo.platform.error;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Puts into a sentence why something failed, without what a database or library may quote from the data. */
public final class FailureMessages {

    private static final String OF_OURS = "jinbo.";

    /** PostgreSQL's documentation, appendix A, "PostgreSQL Error Codes". */
    private static final String DISK_FULL = "53100";

    private FailureMessages() {}

    /** That the database has no room; else the innermost message that is one of ours; else the kind of the failure. */
    public static String cause(Throwable failure) {
        if (hasNoRoom(failure)) {
            return "the disk of the database is full; free disk space and run again";
        }
        Optional<Throwable> ours = Optional.empty();
        for (Throwable cause : chain(failure)) {
            if (cause.getClass().getName().startsWith(OF_OURS) && cause.getMessage() != null) {
                ours = Optional.of(cause);
            }
        }
        return ours.map(Throwable::getMessage).orElseGet(() -> kindOf(failure));
    }

    private static boolean hasNoRoom(Throwable failure) {
        return chain(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException refused && DISK_FULL.equals(refused.getSQLState()));
    }

    /** From the failure to its root. A rollback that failed too hides why there was one at all. */
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

    private static String kindOf(Throwable failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            return "the database failed (" + failure.getClass().getSimpleName() + "); see the log and run again";
        }
        return failure.getClass().getSimpleName() + "; see the log and run again";
    }
}
