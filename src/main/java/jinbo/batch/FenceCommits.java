package jinbo.batch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Refuses all commits of a thread whose lease is lost, also those of Spring Batch and the access log. */
@Component
record FenceCommits(CurrentThreadLease lease, JdbcClient jdbc) implements TransactionExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(FenceCommits.class);

    /** The prefix of the names of transactions that Spring Batch's repository opens. */
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

    /** Throws nothing: Spring does not clean up after an exception here, so the thread would keep the connection. */
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
