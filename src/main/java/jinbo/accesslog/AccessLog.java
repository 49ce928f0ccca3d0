package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jinbo.platform.error.Coded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the access log: nothing that holds numbers is read or written without a permit from here. Entries get their place
 * in the log's tree later, see {@link LogTree}; writers do not wait for each other.
 *
 * <p>An intent without a result is an access that was announced and did not end (it still runs, or its process died and
 * nobody has worked for that insurer since); an access without an intent is not possible.
 */
@Component
public record AccessLog(AccessLogTable table, OpenAccesses open, LogKey key, LogTransactions locks, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /**
     * The outcome of an access whose process died before it could tell. Its count is 0, because what it had read until then is
     * not known; nothing that it wrote is kept.
     */
    public static final String ABANDONED = "ABANDONED";

    /**
     * Announces an access and commits the announcement, whatever transaction the caller is in.
     *
     * @throws AccessLogUnavailableException if it cannot be committed, or could never be signed; the access must then not
     *     take place
     */
    public AccessPermit begin(Access access) {
        long id = failClosed(access, () -> {
            key.require();
            return locks.inOneStatement(() -> write(AccessLogTable.NewEntry.begin(clock.instant(), access)));
        });
        return new AccessPermit(id, access);
    }

    /**
     * Records what came of an announced access, in the caller's transaction: it is durable when the access is.
     *
     * @return the id of the result entry
     * @throws AccessAlreadyEndedException if it has a result already; the caller's transaction must then not be committed
     */
    public long complete(AccessPermit permit, AccessResult result) {
        return failClosed(permit.access(), () -> result(permit.accessId(), permit.access(), result));
    }

    /**
     * Records what came of an access that vouches for nothing.
     *
     * @param outcome one word or a short sentence without personal data
     * @param numbers how many phone numbers were read or written
     */
    public long complete(AccessPermit permit, String outcome, long numbers) {
        return complete(permit, AccessResult.of(outcome, numbers));
    }

    /**
     * Records what came of an announced access and commits that, whatever transaction the caller is in: for what must name
     * the result's place before it can be made. If it is not made then, the result stands and vouches for what nobody has.
     *
     * @return the id of the result entry
     * @throws AccessAlreadyEndedException if it has a result already
     */
    public long completeNow(AccessPermit permit, AccessResult result) {
        return failClosed(
                permit.access(), () -> locks.inOneStatement(() -> result(permit.accessId(), permit.access(), result)));
    }

    /**
     * Ends the accesses that a dead process left without result, in a transaction of its own: each gets the outcome {@link
     * #ABANDONED}. Only whoever knows that nobody else does any of these actions on that insurer's data may call this.
     *
     * @return how many there were
     */
    public int abandon(String insurer, Set<AccessAction> actions) {
        return abandon(open.of(insurer, actions));
    }

    /**
     * Ends the accesses to what is no single insurer's that a dead process left without result, as above. Only whoever
     * knows that nobody else does any of these actions may call this.
     */
    public int abandon(Set<AccessAction> actions) {
        return abandon(open.ofNoInsurer(actions));
    }

    int abandon(List<Long> left) {
        for (long intent : left) {
            Access announced = table.get(intent).access();
            failClosed(
                    announced,
                    () -> locks.inOneStatement(() -> result(intent, announced, AccessResult.of(ABANDONED, 0))));
        }
        return left.size();
    }

    /**
     * Begins and completes, in the caller's transaction, what is decided and touches no number: both are durable when the
     * decision is.
     *
     * @param outcome one word or a short sentence without personal data
     */
    void decided(Access access, String outcome) {
        failClosed(access, () -> {
            key.require();
            long intent = write(AccessLogTable.NewEntry.begin(clock.instant(), access));
            return result(intent, access, AccessResult.of(outcome, 0));
        });
    }

    /** Records that an announced access ended in an error, in a transaction of its own, once the caller's has been rolled back. */
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

    public void refuse(Access access, String reason) {
        failClosed(
                access,
                () -> locks.inOneStatement(
                        () -> write(AccessLogTable.NewEntry.refusal(clock.instant(), access, reason))));
    }

    public long size() {
        return table.count();
    }

    public Optional<Instant> lastEntryAt() {
        return table.lastEntryAt();
    }

    private void recordFailure(AccessPermit permit, Throwable error) {
        AccessResult failure = AccessResult.of("FAILED " + nameOf(error), 0);
        try {
            locks.inOneStatement(() -> result(permit.accessId(), permit.access(), failure));
        } catch (AccessAlreadyEndedException e) {
            LOG.info("Access {} was already ended when its work failed", permit.accessId());
        } catch (RuntimeException e) {
            LOG.warn("Access {} failed, and its result could not be recorded", permit.accessId(), e);
        }
    }

    private static String nameOf(Throwable error) {
        return error instanceof Coded coded
                ? coded.error().name()
                : error.getClass().getSimpleName();
    }

    private long result(long intent, Access access, AccessResult result) {
        return write(AccessLogTable.NewEntry.result(clock.instant(), intent, access, result));
    }

    /** What could not be put into the tree would hold up all that comes after it, so it is not written. */
    private long write(AccessLogTable.NewEntry entry) {
        EntryRowEncoder.requireFormat(entry);
        return table.write(entry)
                .orElseThrow(
                        () -> new AccessAlreadyEndedException(entry.intent().orElseThrow()));
    }

    private static long failClosed(Access access, Supplier<Long> write) {
        try {
            return write.get();
        } catch (AccessAlreadyEndedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AccessLogUnavailableException(access, e);
        }
    }
}
