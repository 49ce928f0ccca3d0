package jinbo.accesslog;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The log's transactions, independent of the caller's. Lock timeouts refuse accesses while the log is locked. */
@Component
class LogTransactions {

    /** The key of the advisory lock; no other lock uses it. */
    private static final long TREE_LOCK = 0x6a696e626f01L;

    private static final String LOCK_TIMEOUT = "set local lock_timeout = '10s'";

    private final JdbcClient jdbc;
    private final ObjectProvider<CommitFencing> fencing;
    private final TransactionTemplate newTransaction;
    private final TransactionTemplate noTransaction;

    LogTransactions(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectProvider<CommitFencing> fencing) {
        this.jdbc = jdbc;
        this.fencing = fencing;
        this.newTransaction = new TransactionTemplate(transactions);
        this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.noTransaction = new TransactionTemplate(transactions);
        this.noTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Runs one statement, which must set its own timeout, outside the caller's transaction. */
    <T> T outsideTransaction(Supplier<T> statement) {
        return noTransaction.execute(status -> statement.get());
    }

    /**
     * Runs one statement with its own timeout and commits it at once, if possible without a transaction, which saves
     * three round trips to the database.
     */
    <T> T inOneStatement(Supplier<T> statement) {
        return fencing.stream().anyMatch(CommitFencing::isFenced)
                ? inNewTransaction(statement)
                : outsideTransaction(statement);
    }

    <T> T inNewTransaction(Supplier<T> work) {
        return newTransaction.execute(status -> {
            jdbc.sql(LOCK_TIMEOUT).update();
            return work.get();
        });
    }

    /** Runs one process at a time, in a transaction of its own that sees what the previous one committed. */
    <T> T withTreeLock(Supplier<T> work) {
        return inNewTransaction(() -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(TREE_LOCK)
                    .query((row, number) -> true)
                    .single();
            return work.get();
        });
    }
}
