package jinbo.batch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a process that has lost its lease from doing harm. What it commits in a transaction is refused in any case ({@link
 * FenceCommits}); here is what jobs call around what no transaction holds together.
 */
@Component
public record Fence(CurrentThreadLease lease, JdbcClient jdbc, TransactionTemplate transaction) {

    /**
     * To be called before something is done to the world outside: a drop, the spool. In a transaction nobody can take the
     * lease from here until it ends; elsewhere the lease is held at this moment, and what follows must be harmless if repeated.
     *
     * @throws LeaseLostException if the lease is another process's, or the connection that held it is gone
     */
    public void requireLease() {
        InsurerLease held = lease.require();
        boolean passes = TransactionSynchronizationManager.isActualTransactionActive()
                ? LeaseEpochs.hold(jdbc, held.insurer(), held.epoch())
                : held.isHeld();
        if (!passes) {
            throw new LeaseLostException(held.insurer());
        }
    }

    /**
     * Records in the database what was done, in a transaction, if the lease is still held.
     *
     * @throws LeaseLostException if not; nothing is recorded then
     */
    public void record(Runnable rows) {
        lease.require();
        transaction.executeWithoutResult(status -> rows.run());
    }

    /**
     * The cause of a failure: that the lease is lost, if it is. Who has lost it fails in many ways, in Batch's own tables too; what
     * an operator needs to know is the one cause.
     */
    public Throwable causeOf(Throwable failure) {
        InsurerLease held = lease.require();
        if (failure instanceof LeaseLostException || held.isHeld()) {
            return failure;
        }
        LeaseLostException lost = new LeaseLostException(held.insurer());
        lost.addSuppressed(failure);
        return lost;
    }
}
