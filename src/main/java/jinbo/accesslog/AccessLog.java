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
 * Writes the access log. To read or write phone numbers, a caller first begins an access here and gets a permit; at the
 * end it records the result. Writers do not wait for each other, because {@link LogTree} later gives the entries their
 * indexes in the tree.
 *
 * <p>If a begin entry has no result entry, the access still runs, or its process died.
 */
@Component
public record AccessLog(AccessLogTable table, OpenAccesses open, LogKey key, LogTransactions locks, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /** The outcome of an access whose process died; its count is 0, and nothing that it wrote is kept. */
    public static final String ABANDONED = "ABANDONED";

    /**
     * Begins an access: writes the begin entry and commits it at once, outside the caller's transaction.
     *
     * @throws AccessLogUnavailableException if the entry cannot be committed, or the log's key is missing; the caller
     *     must not access the data
     */
    public AccessPermit begin(Access access) {
        long id = failClosed(access, () -> {
            key.require();
            return locks.inOneStatement(() -> write(AccessLogEntry.begin(clock.instant(), access)));
        });
        return new AccessPermit(id, access);
    }

    /**
     * Completes an access in the caller's transaction and returns the id of the result entry.
     *
     * @throws AccessAlreadyEndedException if the access already has a result; the caller must roll back
     */
    public long complete(AccessPermit permit, AccessResult result) {
        return failClosed(permit.access(), () -> result(permit.accessId(), permit.access(), result));
    }

    /** Completes an access; the outcome is one word or a short sentence without personal data. */
    public long complete(AccessPermit permit, String outcome, long numbers) {
        return complete(permit, AccessResult.of(outcome, numbers));
    }

    /**
     * Completes an access and commits the result at once, for callers that must put the index of the result entry into
     * a file; returns the id of that entry.
     *
     * @throws AccessAlreadyEndedException if the access already has a result
     */
    public long completeNow(AccessPermit permit, AccessResult result) {
        return failClosed(
                permit.access(), () -> locks.inOneStatement(() -> result(permit.accessId(), permit.access(), result)));
    }

    /**
     * Ends the insurer's open accesses of these kinds with {@link #ABANDONED} and returns how many there were. The
     * caller must make sure that their processes are dead: that no other process runs these actions for the insurer.
     */
    public int abandon(String insurer, Set<AccessAction> actions) {
        return abandon(open.of(Optional.of(insurer), actions));
    }

    /** Like {@link #abandon(String, Set)}, for accesses that are not to a single insurer's data. */
    public int abandon(Set<AccessAction> actions) {
        return abandon(open.of(Optional.empty(), actions));
    }

    int abandon(List<Long> beginEntries) {
        for (long beginEntry : beginEntries) {
            Access access = table.get(beginEntry).access();
            failClosed(
                    access,
                    () -> locks.inOneStatement(() -> result(beginEntry, access, AccessResult.of(ABANDONED, 0))));
        }
        return beginEntries.size();
    }

    /** Logs a decision about no phone number, with its begin entry and its result, in the caller's transaction. */
    void recordDecision(Access access, String outcome) {
        failClosed(access, () -> {
            key.require();
            long beginEntry = write(AccessLogEntry.begin(clock.instant(), access));
            return result(beginEntry, access, AccessResult.of(outcome, 0));
        });
    }

    /** Logs the failure of an access in a transaction of its own, after the rollback of the caller's transaction. */
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

    /** Logs that an access was not allowed, in a transaction of its own. */
    public void refuse(Access access, String reason) {
        failClosed(
                access,
                () -> locks.inOneStatement(() -> write(AccessLogEntry.refusal(clock.instant(), access, reason))));
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

    private long result(long beginEntry, Access access, AccessResult result) {
        return write(AccessLogEntry.result(clock.instant(), beginEntry, access, result));
    }

    /** Refuses an entry that the format does not allow: in the tree it would block all later ones. */
    private long write(AccessLogEntry entry) {
        entry.requireFormat();
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
