package jinbo.accesslog;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of the log's own, none of which waits for ever: a log that somebody has locked is one that cannot be
 * written, and then the access is refused.
 */
@Component
class LogTransactions {

    /** Any number that nobody else locks; PostgreSQL's advisory locks have numbers instead of names. */
    private static final long TREE = 0x6a696e626f01L;

    private static final String PATIENCE = "set local lock_timeout = '10s'";

    private final JdbcClient jdbc;
    private final ObjectProvider<CommitFencing> watched;
    private final TransactionTemplate ofItsOwn;
    private final TransactionTemplate outside;

    LogTransactions(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectProvider<CommitFencing> watched) {
        this.jdbc = jdbc;
        this.watched = watched;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Asks by one statement, which sees to its patience itself, whatever transaction the caller is in. */
    <T> T outsideTransaction(Supplier<T> statement) {
        return outside.execute(status -> statement.get());
    }

    /**
     * Writes by one statement, which sees to its patience itself, and commits it, whatever transaction the caller is in: without one of
     * its own, which costs three more ways to the database, unless commits of this thread are watched.
     */
    <T> T inOneStatement(Supplier<T> statement) {
        return watched.stream().anyMatch(CommitFencing::isFenced)
                ? inNewTransaction(statement)
                : outsideTransaction(statement);
    }

    /** Commits by itself, whatever transaction the caller is in. */
    <T> T inNewTransaction(Supplier<T> work) {
        return ofItsOwn.execute(status -> {
            jdbc.sql(PATIENCE).update();
            return work.get();
        });
    }

    /** Commits by itself; one at a time in all processes, and what the one before committed is seen. */
    <T> T withTreeLock(Supplier<T> work) {
        return inNewTransaction(() -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(TREE)
                    .query((row, number) -> true)
                    .single();
            return work.get();
        });
    }
}
