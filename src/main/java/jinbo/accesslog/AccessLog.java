package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the access log: nothing that holds numbers is read or written without a permit from here.
 *
 * <p>An intent without a result is an access that was announced and did not end (a crash, or it still runs); an access
 * without an intent is not possible.
 */
@Component
public class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final AccessLogTable table;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;
    private final TransactionTemplate ofTheCaller;

    AccessLog(AccessLogTable table, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.clock = clock;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.ofTheCaller = new TransactionTemplate(transactions);
    }

    /**
     * Announces an access and commits the announcement, whatever transaction the caller is in.
     *
     * @throws AccessLogUnavailableException if it cannot be committed; the access must then not take place
     */
    public AccessPermit intend(Access access) {
        long index = failClosed(
                access,
                () -> append(
                        ofItsOwn,
                        EntryPhase.INTENT,
                        OptionalLong.empty(),
                        access,
                        Optional.empty(),
                        OptionalLong.empty()));
        return new AccessPermit(index, access);
    }

    /**
     * Records what came of an announced access, in the caller's transaction: it is durable when the access is. From then
     * until that transaction ends the log's head is locked, so let it be the last thing before the commit.
     *
     * @param outcome one word or a short sentence without personal data
     * @param numbers how many phone numbers were read or written
     * @return the index of the result entry
     */
    public long conclude(AccessPermit permit, String outcome, long numbers) {
        return failClosed(permit.access(), () -> result(ofTheCaller, permit, outcome, numbers));
    }

    /**
     * Records that an announced access ended in an error, in a transaction of its own, once the caller's has been rolled
     * back: before, the caller might hold the log's head itself.
     */
    public void failed(AccessPermit permit, Throwable error) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            recordFailure(permit, error);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    recordFailure(permit, error);
                }
            }
        });
    }

    /** Records that an access was asked for and not allowed. */
    public void refuse(Access access, String reason) {
        failClosed(
                access,
                () -> append(
                        ofItsOwn,
                        EntryPhase.REFUSAL,
                        OptionalLong.empty(),
                        access,
                        Optional.of(reason),
                        OptionalLong.empty()));
    }

    /** How many entries there are. */
    public long size() {
        return table.size();
    }

    /** When the last entry was written, if there is one. */
    public Optional<Instant> lastEntryAt() {
        return table.lastEntryAt();
    }

    private void recordFailure(AccessPermit permit, Throwable error) {
        try {
            result(ofItsOwn, permit, "FAILED " + error.getClass().getSimpleName(), 0);
        } catch (RuntimeException e) {
            LOG.warn("Access {} failed, and its result could not be written", permit.intentIndex(), e);
        }
    }

    private long result(TransactionTemplate transaction, AccessPermit permit, String outcome, long numbers) {
        return append(
                transaction,
                EntryPhase.RESULT,
                OptionalLong.of(permit.intentIndex()),
                permit.access(),
                Optional.of(outcome),
                OptionalLong.of(numbers));
    }

    private long append(
            TransactionTemplate transaction,
            EntryPhase phase,
            OptionalLong intent,
            Access access,
            Optional<String> outcome,
            OptionalLong numbers) {
        return transaction.execute(status -> {
            long index = table.takeIndex();
            table.insert(new AccessLogEntry(index, clock.instant(), phase, intent, access, outcome, numbers));
            return index;
        });
    }

    private static long failClosed(Access access, Supplier<Long> write) {
        try {
            return write.get();
        } catch (RuntimeException e) {
            throw new AccessLogUnavailableException(access, e);
        }
    }
}
