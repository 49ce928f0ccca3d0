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

    /** For one statement with its own timeout, outside the caller's transaction. */
    <T> T outsideTransaction(Supplier<T> statement) {
        return outside.execute(status -> statement.get());
    }

    /**
     * For one statement with its own timeout, committed at once. Unless commits of this thread are fenced, it saves
     * three round trips for a transaction.
     */
    <T> T inOneStatement(Supplier<T> statement) {
        return watched.stream().anyMatch(CommitFencing::isFenced)
                ? inNewTransaction(statement)
                : outsideTransaction(statement);
    }

    <T> T inNewTransaction(Supplier<T> work) {
        return ofItsOwn.execute(status -> {
            jdbc.sql(PATIENCE).update();
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
