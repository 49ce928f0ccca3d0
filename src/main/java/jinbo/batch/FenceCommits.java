package jinbo.batch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Refuses every commit without the lease, also of Spring Batch and the access log, as its last statement. */
@Component
record FenceCommits(CurrentThreadLease lease, JdbcClient jdbc) implements TransactionExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(FenceCommits.class);

    /** Prefix of the names of transactions of Spring Batch's repository. */
    private static final String OF_BATCH = "org.springframework.batch.core.repository.";

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction()) {
            lease.get().ifPresent(held -> mark(held, transaction.getTransactionName()));
        }
    }

    /** @throws LeaseLostException if another process holds the lease; the transaction is then rolled back */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction() && !transaction.isReadOnly()) {
            lease.get().filter(held -> !held.holdEpochIfWritten(jdbc)).ifPresent(lost -> {
                throw new LeaseLostException(lost.insurer());
            });
        }
    }

    /** An exception would leave the connection with the thread, because Spring does not clean up here. */
    private void mark(InsurerLease held, String name) {
        try {
            if (name.startsWith(OF_BATCH)) {
                held.markBatchTransaction(jdbc);
            } else {
                held.markTransaction(jdbc);
            }
        } catch (RuntimeException e) {
            LOG.debug("A transaction for {} could not be marked", held.insurer(), e);
        }
    }
}
