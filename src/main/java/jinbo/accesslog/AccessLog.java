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
 * Writes the access log. Reading or writing numbers takes a permit from here. Writers do not wait for each other;
 * {@link LogTree} places entries later.
 *
 * <p>A begin entry without a result is an access that still runs or whose process died.
 */
@Component
public record AccessLog(AccessLogTable table, OpenAccesses open, LogKey key, LogTransactions locks, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /** The outcome of an access whose process died; its count is 0, and nothing that it wrote is kept. */
    public static final String ABANDONED = "ABANDONED";

    /**
     * Begins an access and commits that, regardless of the caller's transaction.
     *
     * @throws AccessLogUnavailableException if the entry cannot be committed, or the key is missing; the access must not take place
     */
    public AccessPermit begin(Access access) {
        long id = failClosed(access, () -> {
            key.require();
            return locks.inOneStatement(() -> write(AccessLogEntry.begin(clock.instant(), access)));
        });
        return new AccessPermit(id, access);
    }

    /**
     * Completes an access in the caller's transaction and returns the id of the entry.
     *
     * @throws AccessAlreadyEndedException if the access has a result; the caller must roll back
     */
    public long complete(AccessPermit permit, AccessResult result) {
        return failClosed(permit.access(), () -> result(permit.accessId(), permit.access(), result));
    }

    /** The outcome is one word or a short sentence without personal data. */
    public long complete(AccessPermit permit, String outcome, long numbers) {
        return complete(permit, AccessResult.of(outcome, numbers));
    }

    /**
     * Completes an access and commits at once, for data that must contain the result's index; returns the id of the
     * entry.
     *
     * @throws AccessAlreadyEndedException if the access has a result
     */
    public long completeNow(AccessPermit permit, AccessResult result) {
        return failClosed(
                permit.access(), () -> locks.inOneStatement(() -> result(permit.accessId(), permit.access(), result)));
    }

    /**
     * Ends the accesses of dead processes with {@link #ABANDONED} and returns their number. The caller makes sure that
     * no other process runs these actions for the insurer.
     */
    public int abandon(String insurer, Set<AccessAction> actions) {
        return abandon(open.of(Optional.of(insurer), actions));
    }

    /** As above, for accesses that are not for a single insurer. */
    public int abandon(Set<AccessAction> actions) {
        return abandon(open.of(Optional.empty(), actions));
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

    /** Logs a decision that touches no number, in the caller's transaction. */
    void recordDecision(Access access, String outcome) {
        failClosed(access, () -> {
            key.require();
            long intent = write(AccessLogEntry.begin(clock.instant(), access));
            return result(intent, access, AccessResult.of(outcome, 0));
        });
    }

    /** Logs the failure of an access in a transaction of its own, after the caller's has been rolled back. */
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

    private long result(long intent, Access access, AccessResult result) {
        return write(AccessLogEntry.result(clock.instant(), intent, access, result));
    }

    /** An entry that the tree cannot hold would block all later ones, so it is refused. */
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
