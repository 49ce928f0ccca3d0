package jinbo.accesslog;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The log's own transactions, with lock timeouts: if the log is locked, accesses are refused. */
@Component
class LogTransactions {

    /** Any unused key of an advisory lock. */
    private static final long TREE = 0x6a696e626f01L;

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

    /** For one statement with its own timeout, outside the caller's transaction. */
    <T> T outsideTransaction(Supplier<T> statement) {
        return noTransaction.execute(status -> statement.get());
    }

    /**
     * For one statement with its own timeout, committed at once. Unless commits of this thread are fenced, it saves
     * three round trips for a transaction.
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

    /** Commits independently, one process at a time, and sees what the one before has committed. */
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
