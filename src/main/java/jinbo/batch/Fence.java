package jinbo.batch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops a process without the insurer's lease before it changes something; {@link FenceCommits} refuses its commits.
 */
@Component
public record Fence(CurrentThreadLease lease, JdbcClient jdbc, TransactionTemplate transaction) {

    /**
     * Call this before changing a drop or the spool. Outside a transaction, the lease may be lost right after the call,
     * so the change must be repeatable.
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

    /** @throws LeaseLostException if the lease is lost; then nothing is recorded */
    public void record(Runnable rows) {
        lease.require();
        transaction.executeWithoutResult(status -> rows.run());
    }

    /** Like {@link #record}, for work of any length: if the process hangs, the next holder ends its transaction. */
    public void recordAfterLongWork(Runnable work) {
        record(() -> {
            jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
            work.run();
        });
    }

    /** Returns the failure, or {@link LeaseLostException} if the lease is lost, which causes many others. */
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
