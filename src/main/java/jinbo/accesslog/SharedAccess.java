package jinbo.accesslog;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One access for shared reads: begun before the first read, completed with the total of numbers. */
public final class SharedAccess {

    private static final Logger LOG = LoggerFactory.getLogger(SharedAccess.class);

    private final AccessLog log;
    private final Access access;
    private Optional<AccessPermit> announced = Optional.empty();
    private long numbers;

    /** Begins nothing before the first read. */
    public SharedAccess(AccessLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    /**
     * One read at a time. A failed read fails the access; the next one begins another.
     *
     * @throws AccessLogUnavailableException if the access cannot begin
     * @throws AccessAlreadyEndedException if the access was abandoned
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

    /** If the log is unavailable, the access stays open until {@link AccessLog#abandon(java.util.Set)}. */
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
