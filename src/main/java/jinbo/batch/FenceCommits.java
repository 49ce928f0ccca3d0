package jinbo.batch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Refuses every commit of a thread whose lease another process has taken meanwhile, Batch's own and the access log's too;
 * the last statement of the transaction is the check, and whoever wants to take the lease
 * waits from there to the commit of what was written.
 */
@Component
record FenceCommits(CurrentThreadLease lease, JdbcClient jdbc) implements TransactionExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(FenceCommits.class);

    /** What transactions are called that Batch's repository begins; those of steps are ours. */
    private static final String OF_BATCH = "org.springframework.batch.core.repository.";

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction()) {
            lease.get().ifPresent(held -> mark(held, transaction.getTransactionName()));
        }
    }

    /** @throws LeaseLostException if the lease is another process's; the transaction is then rolled back */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction() && !transaction.isReadOnly()) {
            lease.get().filter(held -> !holds(held)).ifPresent(lost -> {
                throw new LeaseLostException(lost.insurer());
            });
        }
    }

    private boolean holds(InsurerLease held) {
        return LeaseEpochs.holdIfWritten(jdbc, held.insurer(), held.epoch());
    }

    /** Spring has no way back from here: a begin that fails now would leave its connection with the thread. */
    private void mark(InsurerLease held, String name) {
        try {
            if (name.startsWith(OF_BATCH)) {
                LeasedTransactions.markRecordOfBatch(jdbc, held.insurerId());
            } else {
                LeasedTransactions.mark(jdbc, held.insurerId());
            }
        } catch (RuntimeException e) {
            LOG.debug("A transaction for {} could not be marked", held.insurer(), e);
        }
    }
}
