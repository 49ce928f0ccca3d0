package jinbo.accesslog;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One access whose numbers several others are told of: announced before the first of them is read, concluded with how many were read in
 * all. What each of the others tells of them is an access of its own.
 */
public final class SharedAccess {

    private static final Logger LOG = LoggerFactory.getLogger(SharedAccess.class);

    private final AccessLog log;
    private final Access access;
    private Optional<AccessPermit> announced = Optional.empty();
    private long numbers;

    /** Announces nothing yet: if nobody reads there is no access. */
    public SharedAccess(AccessLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    /**
     * Reads, one reading at a time. A reading that fails ends the access as failed; the one after it is announced anew.
     *
     * @throws AccessLogUnavailableException if the access cannot be announced; nothing is read then
     * @throws AccessAlreadyEndedException if somebody has given the access up
     */
    public synchronized <T> T read(Function<AccessPermit, T> reading, ToLongFunction<T> count) {
        AccessPermit permit = announced.orElseGet(() -> log.begin(access));
        announced = Optional.of(permit);
        try {
            T read = reading.apply(permit);
            numbers += count.applyAsLong(read);
            return read;
        } catch (RuntimeException e) {
            forget();
            log.failed(permit, e);
            throw e;
        }
    }

    /**
     * Records that nothing more is read. If the log cannot be written the access stays open, until {@link AccessLog#abandon(java.util.Set)}.
     */
    public synchronized void complete() {
        try {
            announced.ifPresent(permit -> log.completeNow(permit, AccessResult.of("READ", numbers)));
        } catch (AccessAlreadyEndedException | AccessLogUnavailableException e) {
            LOG.warn("The result of {} {} could not be recorded", access.action(), access.object(), e);
        }
        forget();
    }

    private void forget() {
        announced = Optional.empty();
        numbers = 0;
    }
}
