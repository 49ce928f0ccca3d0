package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
 * <p>An intent without a result is an access that was announced and did not end (it still runs, or its process died and
 * nobody has worked for that insurer since); an access without an intent is not possible.
 */
@Component
public class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /**
     * The outcome of an access whose process died before it could tell. Its count is 0, because what it had read until then is
     * not known; nothing that it wrote is kept.
     */
    public static final String ABANDONED = "ABANDONED";

    private final AccessLogTable table;
    private final OpenIntents open;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;
    private final TransactionTemplate ofTheCaller;

    AccessLog(AccessLogTable table, OpenIntents open, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.open = open;
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
                () -> ofItsOwn.execute(status -> {
                    long intent = append(
                            EntryPhase.INTENT, OptionalLong.empty(), access, Optional.empty(), OptionalLong.empty());
                    open.add(intent, access);
                    return intent;
                }));
        return new AccessPermit(index, access);
    }

    /**
     * Records what came of an announced access, in the caller's transaction: it is durable when the access is. From then
     * until that transaction ends the log's head is locked, so let it be the last thing before the commit.
     *
     * @param outcome one word or a short sentence without personal data
     * @param numbers how many phone numbers were read or written
     * @return the index of the result entry
     * @throws AccessConcludedException if it has a result already; the caller's transaction must then not be committed
     */
    public long conclude(AccessPermit permit, String outcome, long numbers) {
        return failClosed(
                permit.access(), () -> result(ofTheCaller, permit.intentIndex(), permit.access(), outcome, numbers));
    }

    /**
     * Concludes the accesses that a dead process left without result, in a transaction of its own: each gets the outcome {@link
     * #ABANDONED}. Only whoever knows that nobody else does any of these actions on that insurer's data may call this.
     *
     * @return how many there were
     */
    public int abandon(String insurer, Set<AccessAction> actions) {
        List<Long> left = open.of(insurer, actions);
        for (long intent : left) {
            Access announced = table.get(intent).access();
            failClosed(announced, () -> result(ofItsOwn, intent, announced, ABANDONED, 0));
        }
        return left.size();
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
                () -> ofItsOwn.execute(status -> append(
                        EntryPhase.REFUSAL, OptionalLong.empty(), access, Optional.of(reason), OptionalLong.empty())));
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
            result(
                    ofItsOwn,
                    permit.intentIndex(),
                    permit.access(),
                    "FAILED " + error.getClass().getSimpleName(),
                    0);
        } catch (RuntimeException e) {
            LOG.warn("Access {} failed, and its result could not be written", permit.intentIndex(), e);
        }
    }

    private long result(TransactionTemplate transaction, long intent, Access access, String outcome, long numbers) {
        return transaction.execute(status -> {
            if (!open.remove(intent)) {
                throw new AccessConcludedException(intent);
            }
            return append(
                    EntryPhase.RESULT, OptionalLong.of(intent), access, Optional.of(outcome), OptionalLong.of(numbers));
        });
    }

    /** In the current transaction, which is to end soon: it holds the log's head from here on. */
    private long append(
            EntryPhase phase, OptionalLong intent, Access access, Optional<String> outcome, OptionalLong numbers) {
        long index = table.takeIndex();
        table.insert(new AccessLogEntry(index, clock.instant(), phase, intent, access, outcome, numbers));
        return index;
    }

    private static long failClosed(Access access, Supplier<Long> write) {
        try {
            return write.get();
        } catch (AccessConcludedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AccessLogUnavailableException(access, e);
        }
    }
}
