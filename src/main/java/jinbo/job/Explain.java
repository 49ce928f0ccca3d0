package jinbo.job;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Puts into a sentence why something failed, without what a database or library may quote from the data. */
public final class Explain {

    private static final String OF_OURS = "jinbo.";

    private Explain() {}

    /** The innermost message that is one of ours, else the kind of the failure. */
    public static String cause(Throwable failure) {
        Optional<Throwable> ours = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith(OF_OURS) && cause.getMessage() != null) {
                ours = Optional.of(cause);
            }
        }
        return ours.map(Throwable::getMessage).orElseGet(() -> kindOf(failure));
    }

    private static String kindOf(Throwable failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            return "the database failed (" + failure.getClass().getSimpleName() + "); see the log and run again";
        }
        return failure.getClass().getSimpleName() + "; see the log and run again";
    }
}
