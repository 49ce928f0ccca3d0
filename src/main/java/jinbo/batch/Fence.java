package jinbo.batch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops a process that has lost its lease, around actions outside transactions; {@link FenceCommits} refuses commits.
 */
@Component
public record Fence(CurrentThreadLease lease, JdbcClient jdbc, TransactionTemplate transaction) {

    /**
     * Must precede changes to a drop or the spool. In a transaction, the lease stays until its end; otherwise the
     * caller's action must be repeatable.
     *
     * @throws LeaseLostException if another process holds the lease or its connection is broken
     */
    public void requireLease() {
        InsurerLease held = lease.require();
        boolean passes =
                TransactionSynchronizationManager.isActualTransactionActive() ? held.holdEpoch(jdbc) : held.isHeld();
        if (!passes) {
            throw new LeaseLostException(held.insurer());
        }
    }

    /** @throws LeaseLostException if the lease is lost; nothing is recorded then */
    public void record(Runnable rows) {
        lease.require();
        transaction.executeWithoutResult(status -> rows.run());
    }

    /** Returns {@link LeaseLostException} instead if the lease is lost, because that causes many other failures. */
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
